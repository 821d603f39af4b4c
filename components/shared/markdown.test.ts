import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Markdown, MarkdownText } from './markdown';

const html = (text: string): string => renderToStaticMarkup(createElement(Markdown, null, text));

it('shows what people typed as CommonMark', () => {
  expect(html('Goes **after** the [launch](https://example.com/plan).')).toMatch(
    /<p>Goes <strong>after<\/strong> the <a href="https:\/\/example.com\/plan"[^>]*>launch<\/a>\.<\/p>/,
  );
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[press](javascript:alert(1))',
  '[press](JaVaScRiPt:alert(1))',
  '[press](data:text/html,<script>alert(1)</script>)',
  '![shown](javascript:alert(1))',
  '![shown](https://elsewhere.example/pixel.png)',
  '<a href="javascript:alert(1)">press</a>',
])('makes nothing of %s that runs or fetches', (text) => {
  expect(html(text)).not.toMatch(/<(script|img|iframe|object|style)|(href|src)="?(javascript|data):|<[^>]+\son\w+=/i);
});

it('gives the words alone for a line of a list, inert like all else', () => {
  const words = (text: string): string => renderToStaticMarkup(createElement(MarkdownText, null, text));
  expect(words('Goes **after** the [launch](https://example.com/plan), `v2` first.')).toBe(
    'Goes after the launch, v2 first.',
  );
  expect(words('<b onclick=alert(1)>x</b> ![y](https://elsewhere.example/p.png)')).not.toMatch(/<[a-z]/i);
});
