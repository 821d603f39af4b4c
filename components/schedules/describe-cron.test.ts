import { expect, it } from 'vitest';
import { describeCron } from './describe-cron';

it.each([
  ['* * * * *', { form: 'minutely' }],
  ['*/15 * * * *', { form: 'minutes', every: 15 }],
  ['*/7 * * * *', { form: 'custom' }],
  ['5 * * * *', { form: 'hourly', minute: 5 }],
  ['@daily', { form: 'daily', hour: 0, minute: 0 }],
  ['30 9 * * 1-5', { form: 'weekly', hour: 9, minute: 30, weekdays: [1, 2, 3, 4, 5] }],
  ['0 9 * * SUN,sat', { form: 'weekly', hour: 9, minute: 0, weekdays: [6, 0] }],
  ['0 9 * * 5-7', { form: 'weekly', hour: 9, minute: 0, weekdays: [5, 6, 0] }],
  ['0 9 1 * *', { form: 'monthly', hour: 9, minute: 0, day: 1 }],
  ['0 9 24 12 *', { form: 'yearly', hour: 9, minute: 0, day: 24, month: 12 }],
  ['0 9-17 * * *', { form: 'custom' }],
  ['0 9 * * 1#2', { form: 'custom' }],
  ['0 9 1 * 1', { form: 'custom' }],
])('%s', (cron, expected) => {
  expect(describeCron(cron)).toEqual(expected);
});
