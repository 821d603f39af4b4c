'use server';

import { createWebhook as create } from '@/lib/services/webhooks/create';
import { redeliver } from '@/lib/services/webhooks/redeliver';
import { removeWebhook as remove } from '@/lib/services/webhooks/remove';
import { rotateWebhookSecret as rotate } from '@/lib/services/webhooks/rotate-secret';
import { testWebhook as sendTest } from '@/lib/services/webhooks/send-test';
import { updateWebhook as update } from '@/lib/services/webhooks/update';
import { runVerb } from './run';

export const createWebhook = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const updateWebhook = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const removeWebhook = async (project: string, input: unknown) => runVerb(remove, { project }, input);
export const testWebhook = async (project: string, input: unknown) => runVerb(sendTest, { project }, input);
export const rotateWebhookSecret = async (project: string, input: unknown) => runVerb(rotate, { project }, input);
export const redeliverEvent = async (project: string, input: unknown) => runVerb(redeliver, { project }, input);
