import { expect, it } from 'vitest';
import { flattenErrors, nestErrors } from './nest-errors';

it('keeps an error of a list beside those of its entries, whichever came first', () => {
  const errors = [
    { path: 'rules.0.serve.split.1.weight', type: 'weight_range', message: 'weight' },
    { path: 'rules.0.serve.split', type: 'weights_total', message: 'total' },
    { path: 'rules', type: 'rules_limit', message: 'limit' },
    { path: 'offVariant', type: 'variant_absent', message: 'absent' },
  ];
  expect(flattenErrors(nestErrors(errors))).toEqual(
    new Map([
      ['rules', 'limit'],
      ['rules.0.serve.split', 'total'],
      ['rules.0.serve.split.1.weight', 'weight'],
      ['offVariant', 'absent'],
    ]),
  );
});

it('keeps the first of two errors at one place, and one of the whole at the root', () => {
  const errors = [
    { path: '', type: 'size_limit', message: 'size' },
    { path: 'state', type: 'a', message: 'first' },
    { path: 'state', type: 'b', message: 'second' },
  ];
  expect(flattenErrors(nestErrors(errors))).toEqual(
    new Map([
      ['root', 'size'],
      ['state', 'first'],
    ]),
  );
});
