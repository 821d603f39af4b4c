import { auditListSchema } from '@/lib/schemas/audit';
import { defineRead } from '../define-verb';
import { readEntries } from './read-entries';

/** What was done in a project, newest first. */
export const listAudit = defineRead({
  verbName: 'audit.list',
  input: auditListSchema,
  permission: 'audit.view',
  run: (ctx, asked) => readEntries(ctx, asked),
});
