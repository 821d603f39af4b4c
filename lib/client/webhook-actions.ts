import {
  createWebhook,
  redeliverEvent,
  removeWebhook,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
} from '@/lib/actions/webhooks';

/** The writes to a project's webhooks. */
export const webhookActions = (project: string) => ({
  create: (input: unknown) => createWebhook(project, input),
  update: (input: { id: string; version: number; enabled?: boolean; [field: string]: unknown }) =>
    updateWebhook(project, input),
  remove: (input: { id: string }) => removeWebhook(project, input),
  test: (input: { id: string }) => testWebhook(project, input),
  rotate: (input: { id: string }) => rotateWebhookSecret(project, input),
  redeliver: (input: { id: string; delivery: string }) => redeliverEvent(project, input),
});
