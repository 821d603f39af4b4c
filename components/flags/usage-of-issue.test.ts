import { describe, expect, it } from 'vitest';
import { usageOfIssue } from './usage-of-issue';

const environments = [{ key: 'eu' }, { key: 'eu.west' }, { key: 'production' }];
const issue = (code: string, path: string) => ({ code, path, message: '' });

describe('usageOfIssue', () => {
  it('reads kind, environment and key', () => {
    expect(usageOfIssue(issue('used_by_prerequisite', 'production.new-checkout'), environments)).toEqual({
      kind: 'prerequisite',
      environment: 'production',
      key: 'new-checkout',
    });
  });

  it('takes the longest environment: keys may hold dots', () => {
    expect(usageOfIssue(issue('used_by_segment', 'eu.west.staff'), environments)).toEqual({
      kind: 'segment',
      environment: 'eu.west',
      key: 'staff',
    });
    expect(usageOfIssue(issue('used_by_segment', 'eu.staff'), environments)?.key).toBe('staff');
  });

  it('leaves other issues alone', () => {
    expect(usageOfIssue(issue('variant_type', 'variants.0.value'), environments)).toBeNull();
    expect(usageOfIssue(issue('used_by_rule', 'gone.flag'), environments)).toBeNull();
  });
});
