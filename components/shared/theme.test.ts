import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Triple = readonly [number, number, number];
const css = readFileSync(join(import.meta.dirname, '../../app/globals.css'), 'utf8');

function tokens(selector: string): Map<string, Triple> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  const found = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+|0)\)/g);
  return new Map([...found].map(([, name = '', l, c, h]) => [name, linear(Number(l), Number(c), Number(h))]));
}

/** OKLCH to linear sRGB, clipped to what a screen shows. */
function linear(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
const clip = (value: number) => Math.min(1, Math.max(0, value));
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(one: Triple, other: Triple): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** A share of one colour over another, as a translucent background shows it (mixed in gamma-coded sRGB). */
function over(top: Triple, share: number, bottom: Triple): Triple {
  const mix = (i: 0 | 1 | 2) => (encode(top[i]) * share + encode(bottom[i]) * (1 - share)) ** 2.2;
  return [mix(0), mix(1), mix(2)];
}
const encode = (value: number) => value ** (1 / 2.2);

/** Full dichromacy in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const DICHROMACY = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  'full colour vision': [1, 0, 0, 0, 1, 0, 0, 0, 1],
} as const;

function seen([r, g, b]: Triple, m: readonly number[]): Triple {
  const row = (i: number) => clip((m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b);
  return [row(0), row(3), row(6)];
}

function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(one: Triple, other: Triple): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each([
  ['light', ':root'],
  ['dark', '.dark'],
])('%s theme', (_, selector) => {
  const theme = tokens(selector);
  const color = (name: string): Triple => {
    const value = theme.get(name);
    if (!value) throw new Error(`no --${name} in ${selector}`);
    return value;
  };

  it.each([
    ['foreground', ['background', 'card', 'popover', 'muted', 'accent']],
    ['muted-foreground', ['background', 'card', 'popover', 'muted', 'accent']],
    ['sidebar-foreground', ['sidebar', 'accent']],
    ['link', ['background', 'card', 'popover', 'muted']],
    ['destructive-text', ['background', 'card', 'popover', 'muted']],
    ['success', ['background', 'card', 'popover', 'muted']],
    ['warning', ['background', 'card', 'popover', 'muted']],
    ['primary-foreground', ['primary']],
    ['destructive-foreground', ['destructive']],
    ['secondary-foreground', ['secondary']],
  ])('%s is readable text', (text, backgrounds) => {
    for (const name of backgrounds) expect(contrast(color(text), color(name)), name).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['link', 'primary', 0.1],
    ['success', 'success', 0.12],
    ['warning', 'warning', 0.12],
    ['destructive-text', 'destructive', 0.1],
    ['foreground', 'warning', 0.12],
    ['muted-foreground', 'primary', 0.08],
  ])('%s is readable on its tint of %s', (text, tint, share) => {
    const background = over(color(tint), share, color('card'));
    expect(contrast(color(text), background)).toBeGreaterThanOrEqual(4.5);
  });

  const graphics = [...theme.keys()].filter((name) => /^(variant|env)-/.test(name));
  it.each(['control', 'ring', 'primary', ...graphics])('%s stands out as a shape', (name) => {
    for (const background of ['background', 'card']) {
      expect(contrast(color(name), color(background)), background).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.entries(DICHROMACY))('variants differ with %s', (_name, matrix) => {
    const variants = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => seen(color(`variant-${n}`), matrix));
    const close: string[] = [];
    variants.forEach((one, i) => {
      variants.slice(i + 1).forEach((other, j) => {
        const apart = distance(one, other);
        // The first four are what nearly every flag has; they must be told apart at a glance.
        const needed = i < 4 && i + j + 1 < 4 ? 0.1 : 0.06;
        if (apart < needed) close.push(`${i + 1}–${i + j + 2}: ${apart.toFixed(3)}`);
      });
    });
    expect(close).toEqual([]);
  });
});
