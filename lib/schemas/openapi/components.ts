import type { z } from 'zod';
import { conditionSchema } from '../condition';
import { configurationDraftSchema, prerequisiteSchema, targetListSchema } from '../configuration';
import { contextSchema } from '../context';
import { flagKindSchema, flagTypeSchema, metadataSchema } from '../flag';
import { instructionSchema } from '../instruction';
import { keySchema } from '../key';
import { ruleDraftSchema } from '../rule';
import { defaultServeSchema, rolloutSchema, ruleServeSchema, windowSchema } from '../serve';
import { variantSchema } from '../variant';
import * as access from './access-answers';
import { analyticsAnswer, auditAnswer, chainVerdictAnswer } from './audit-answers';
import * as configurations from './configuration-answers';
import { changeRequestAnswer } from './change-request-answers';
import { bulkAnswer, healthAnswer, ofrepAnswer, ofrepBulkAnswer, singleAnswer } from './evaluation-answers';
import { flagAnswer, flagListItemAnswer } from './flag-answers';
import { errorAnswerSchema, sentenceAnswer, usageAnswer } from './parts';
import * as projects from './project-answers';
import { scheduleAnswer } from './schedule-answers';
import { tenantAnswer, tenantFlagAnswer } from './tenant-answers';

/** The schemas that the document names, so that it says each of them once. */
export const COMPONENTS: Readonly<Record<string, z.ZodType>> = {
  Key: keySchema,
  Context: contextSchema,
  Variant: variantSchema,
  Metadata: metadataSchema,
  FlagKind: flagKindSchema,
  FlagType: flagTypeSchema,
  Condition: conditionSchema,
  Serve: ruleServeSchema,
  DefaultServe: defaultServeSchema,
  Rollout: rolloutSchema,
  Window: windowSchema,
  Target: targetListSchema,
  Prerequisite: prerequisiteSchema,
  RuleDraft: ruleDraftSchema,
  ConfigurationDraft: configurationDraftSchema,
  Instruction: instructionSchema,
  Flag: flagAnswer,
  FlagListItem: flagListItemAnswer,
  Rule: configurations.ruleAnswer,
  StoredRule: configurations.storedRuleAnswer,
  Configuration: configurations.configurationAnswer,
  DryRun: configurations.dryRunAnswer,
  Revision: configurations.revisionAnswer,
  Explanation: configurations.explainAnswer,
  Sentence: sentenceAnswer,
  Usage: usageAnswer,
  Project: projects.projectAnswer,
  Environment: projects.environmentAnswer,
  Segment: projects.segmentAnswer,
  SegmentContent: projects.segmentContentAnswer,
  User: access.userAnswer,
  Role: access.roleAnswer,
  Tenant: tenantAnswer,
  TenantFlag: tenantFlagAnswer,
  ApiKey: access.apiKeyAnswer,
  Me: access.meAnswer,
  Clock: access.clockAnswer,
  ChangeRequest: changeRequestAnswer,
  Schedule: scheduleAnswer,
  AuditEntry: auditAnswer,
  ChainVerdict: chainVerdictAnswer,
  Analytics: analyticsAnswer,
  Evaluation: singleAnswer,
  Evaluations: bulkAnswer,
  OfrepEvaluation: ofrepAnswer,
  OfrepEvaluations: ofrepBulkAnswer,
  Health: healthAnswer,
  Error: errorAnswerSchema,
};
