import { Webhook } from 'standardwebhooks';
import type { Secrets } from '../secrets';
import type { Outbound, Sent } from './outbound';
import type { WebhookRow } from './view';

/** What is sent: the id stays the same at every attempt. */
export interface Message {
  id: string;
  body: string;
}

const KEY_MISSING: Sent = { status: null, error: 'key_missing', response: null, took: 0 };

/** By the secret in force, and for a while by the one before: a receiver that knows either is content. */
function signatures(secrets: Secrets, row: WebhookRow, { id, body }: Message, now: Date): string {
  const isBoth = row.previousSecret !== null && row.previousUntil !== null && row.previousUntil > now;
  const stored = [row.secret, ...(isBoth ? [row.previousSecret ?? ''] : [])];
  return stored.map((text) => new Webhook(secrets.decrypt(text)).sign(id, now, body)).join(' ');
}

function headersOf(secrets: Secrets, row: WebhookRow, message: Message, now: Date): Record<string, string> {
  const common = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Flagstaff-Webhooks/1',
    'accept-encoding': 'identity',
  };
  if (row.format === 'slack') return common;
  return {
    ...common,
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': signatures(secrets, row, message, now),
  };
}

/** Sends a message once, signed. Never throws: what went wrong is in the answer. */
export async function sendMessage(
  { outbound, secrets }: { outbound: Outbound; secrets: Secrets },
  row: WebhookRow,
  message: Message,
  now: Date,
): Promise<Sent> {
  let url: string;
  let headers: Record<string, string>;
  try {
    url = secrets.decrypt(row.url);
    headers = headersOf(secrets, row, message, now);
  } catch {
    return KEY_MISSING;
  }
  return outbound.post(url, headers, message.body);
}
