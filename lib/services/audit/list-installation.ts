import { auditListSchema } from '@/lib/schemas/audit';
import type { InstallationScope } from '../context';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { readEntries } from './read-entries';
import type { AuditView } from './types';

/** What was done to users, roles and projects, newest first. */
export const listInstallationAudit = defineRead<typeof auditListSchema, Page<AuditView>, InstallationScope>({
  verbName: 'audit.listInstallation',
  input: auditListSchema,
  permission: 'user.manage',
  run: (ctx, asked) => readEntries(ctx, asked),
});
