import { expect, it } from 'vitest';
import type { ChangeRequestPage } from '@/lib/services/approvals/types';
import { type RequestPlace, whyNotApply, whyNotApprove } from './request-place';

const REQUEST: ChangeRequestPage = {
  ...{ id: 'r1', number: 1, title: '', status: 'open', environments: ['production'], flags: ['launch'] },
  ...{ author: { kind: 'user', id: 'ana', name: 'Ana' }, comment: null, applyAt: null, appliedAt: null },
  ...{ appliedBy: null, hasProblem: false, createdAt: '', updatedAt: '', version: 1, revision: 1, steps: [] },
  ...{ events: [], changes: [], problem: null },
  approvals: { required: 1, given: [], ids: [] },
};
const given = { required: 1, given: ['Ben'], ids: ['ben'] };

function place(me: string, changes: Partial<ChangeRequestPage> = {}, approve = true): RequestPlace {
  const can = { approve, edit: true, comment: true };
  return { project: 'default', request: { ...REQUEST, ...changes }, environments: [], me, can };
}

it('says why somebody may not approve', () => {
  expect(whyNotApprove(place('ben'))).toBeNull();
  expect(whyNotApprove(place('ana'))).toBe('own');
  expect(whyNotApprove(place('ben', {}, false))).toBe('forbidden');
  expect(whyNotApprove(place('ben', { approvals: given }))).toBe('already');
  expect(whyNotApprove(place('ben', { status: 'applied' }))).toBe('closed');
});

it('says why it cannot be applied', () => {
  const problem = { kind: 'conflict', code: 'version_conflict', issues: [] };
  expect(whyNotApply(place('ana', { approvals: given }, false))).toBeNull();
  expect(whyNotApply(place('cem', { approvals: given }, false))).toBe('forbidden');
  expect(whyNotApply(place('ana'))).toBe('missing');
  expect(whyNotApply(place('ana', { approvals: given, problem }))).toBe('stale');
});
