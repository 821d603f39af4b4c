import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path';

describe('safePath', () => {
  it.each([
    ['/p/default/flags?env=production#x', '/p/default/flags?env=production#x'],
    ['/', '/'],
    ['/../p/a', '/p/a'],
    ['//evil.example/p', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?callbackUrl=%2Fsign-in', '/'],
    ['', '/'],
    [undefined, '/'],
    [['/p'], '/'],
  ])('%j → %s', (asked, path) => {
    expect(safePath(asked)).toBe(path);
  });
});
