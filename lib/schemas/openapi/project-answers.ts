import { z } from 'zod';
import { conditionSchema } from '../condition';
import { instantAnswer, pageOf, usageAnswer } from './parts';

export const projectAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  version: z.int(),
  createdAt: instantAnswer,
});
export const projectPageAnswer = pageOf(projectAnswer);

export const environmentAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  color: z.string(),
  position: z.int(),
  protected: z.boolean(),
  requiredApprovals: z.int(),
  requireComment: z.boolean(),
  openToTenants: z.boolean(),
  publicRead: z.boolean(),
  requireProof: z.boolean(),
  epoch: z.string(),
  number: z.int().describe('Committed changes within the epoch.'),
  version: z.int(),
});
export const environmentPageAnswer = pageOf(environmentAnswer);

export const segmentAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  version: z.int(),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
});
export const segmentPageAnswer = pageOf(
  segmentAnswer.extend({
    conditions: z.record(z.string(), z.int()).describe('Conditions per environment key, those of groups included.'),
    members: z.record(z.string(), z.int()).describe('Listed members per environment key.'),
    usedBy: z.int(),
  }),
);
export const segmentContentAnswer = segmentAnswer.extend({
  environment: z.string(),
  operator: z.enum(['AND', 'OR', 'NOT']),
  conditions: z.array(conditionSchema),
  content: z.object({
    version: z.int(),
    operator: z.enum(['AND', 'OR', 'NOT']),
    conditions: z.array(conditionSchema),
  }),
  memberCount: z.int(),
  usedIn: z.array(usageAnswer),
});
export const memberPageAnswer = pageOf(z.object({ subject: z.string() }));
export const memberChangeAnswer = z.object({
  memberCount: z.int(),
  changed: z.int().describe('Members that were added or removed; who already was is passed over.'),
  version: z.int(),
});
