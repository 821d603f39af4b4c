import type { EventPayload } from '../outbox/payload';
import { TOPICS } from '../outbox/topics';
import { harmless } from './outbound';

/** What Slack reads as markup are only these three, in plain texts too. */
const escapeSlack = (text: string): string =>
  harmless(text).replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const plain = (text: string, most = 2_000) => ({
  type: 'plain_text',
  text: escapeSlack(text).slice(0, most),
  emoji: false,
});

/** The body for receivers of Standard Webhooks: type, timestamp and data. */
export function standardBody(topic: string, payload: EventPayload, project: string): string {
  const { v, at, ...data } = payload;
  return JSON.stringify({ type: topic, timestamp: at, data: { v, project, ...data } });
}

const FIELDS = ['flag', 'environment', 'tenant', 'about'] as const;
const LABELS = { flag: 'Flag', environment: 'Environment', tenant: 'Tenant', about: 'About' } as const;

/**
 * The body for an incoming webhook of Slack. What people typed stands in plain texts, which know neither markup nor
 * mentions nor emoji; the text for notifications is said not to be markup.
 */
export function slackBody(topic: string, payload: EventPayload, project: string): string {
  const said = TOPICS[topic]?.description ?? topic;
  const named = FIELDS.flatMap((name) => {
    const value = payload[name];
    return value === null ? [] : [`${LABELS[name]}: ${value}`];
  });
  const blocks = [
    { type: 'section', text: plain(said) },
    ...(named.length > 0 ? [{ type: 'section', fields: named.map((text) => plain(text, 300)) }] : []),
    ...(payload.comment ? [{ type: 'section', text: plain(`“${payload.comment}”`) }] : []),
    { type: 'context', elements: [plain(`${topic} · ${project} · ${payload.actor.name} · ${payload.at}`, 500)] },
  ];
  const text = escapeSlack([said, ...named].join(' '));
  return JSON.stringify({ text, mrkdwn: false, parse: 'none', link_names: false, unfurl_links: false, blocks });
}
