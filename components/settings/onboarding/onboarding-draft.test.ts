import { describe, expect, it } from 'vitest';
import { contentOf, countChanges, draftOf, type OnboardingContent } from './onboarding-draft';

const content: OnboardingContent = {
  stages: [
    { key: 'signup', name: 'Signed up' },
    { key: 'active', name: 'Active' },
  ],
  milestones: [{ key: 'm1', name: 'One', description: '', operator: 'AND', conditions: [], stage: 'active' }],
  roles: ['employee', 'admin'],
};

describe('the draft of an onboarding', () => {
  it('stands for what it was made of', () => {
    expect(contentOf(draftOf(content))).toEqual(content);
  });

  it('counts what is new, gone, changed and moved', () => {
    const counted = (changes: Partial<OnboardingContent>) => countChanges(content, { ...content, ...changes });
    expect(counted({})).toBe(0);
    expect(counted({ roles: ['employee', 'manager', 'admin'] })).toBe(1);
    expect(counted({ roles: ['admin', 'employee'] })).toBe(1);
    expect(counted({ milestones: [], roles: [] })).toBe(3);
    expect(counted({ stages: [{ key: 'signup', name: 'New name' }, ...content.stages.slice(1)] })).toBe(1);
  });
});
