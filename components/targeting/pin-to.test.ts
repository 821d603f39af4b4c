import { expect, it } from 'vitest';
import { pinTo } from './pin-to';

it('moves a subject that was pinned to another variant, and keeps no empty lists', () => {
  const targets = [
    { variant: 'on', subjects: ['a', 'b'] },
    { variant: 'gone', subjects: ['z'] },
    { variant: 'off', subjects: ['c'] },
  ];
  expect(pinTo(targets, ['on', 'off'], 'off', ['c', 'a', 'b'])).toEqual([
    { variant: 'off', subjects: ['c', 'a', 'b'] },
    { variant: 'gone', subjects: ['z'] },
  ]);
});
