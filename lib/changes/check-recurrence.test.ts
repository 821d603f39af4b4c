import { describe, expect, it } from 'vitest';
import { checkWindow } from './check-rollout';

const hours = { weekdays: ['mon' as const], from: '09:00', to: '17:00' };
const found = (recurring: object): string[] =>
  checkWindow({ recurring: { ...hours, ...recurring } }, 'window').map(({ path, code }) => `${path}:${code}`);

describe('recurring hours', () => {
  it.each([
    [{}, []],
    [{ from: '22:00', to: '04:00' }, []],
    [{ from: '00:00', to: '24:00', exceptions: ['2026-12-25'] }, []],
    [{ weekdays: [] }, ['window.recurring.weekdays:weekdays_missing']],
    [{ weekdays: ['mon', 'mon'] }, ['window.recurring.weekdays:weekday_duplicate']],
    [{ from: '9:00' }, ['window.recurring.from:time_unreadable']],
    [{ from: '24:00', to: '01:00' }, ['window.recurring.from:time_unreadable']],
    [{ to: '24:01' }, ['window.recurring.to:time_unreadable']],
    [{ from: '17:00' }, ['window.recurring.to:hours_empty']],
    [{ exceptions: ['2026-12-24', '2026-02-30'] }, ['window.recurring.exceptions.1:date_unreadable']],
    [{ exceptions: Array(367).fill('2026-12-25') }, ['window.recurring.exceptions:exceptions_limit']],
  ])('%j', (recurring, issues) => {
    expect(found(recurring)).toEqual(issues);
  });
});
