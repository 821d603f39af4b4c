import { expect, it } from 'vitest';
import { ENVIRONMENT_COLORS, environmentColor } from './environment-color';

it('takes the chosen colour, then the usual one', () => {
  expect(environmentColor({ key: 'production', color: 'violet' })).toBe('var(--env-violet)');
  expect(environmentColor({ key: 'Production' })).toBe('var(--env-red)');
  expect(environmentColor({ key: 'development', color: null })).toBe('var(--env-green)');
});

it('gives any other key a colour of the palette, always the same, whatever is stored', () => {
  const known = ENVIRONMENT_COLORS.map((name) => `var(--env-${name})`);
  for (const key of ['eu-west', 'canary', '__proto__', 'constructor']) {
    const color = environmentColor({ key, color: 'url(//x)' });
    expect(known).toContain(color);
    expect(environmentColor({ key })).toBe(color);
  }
});
