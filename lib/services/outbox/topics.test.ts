import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventPayloadSchema } from './payload';
import { type EventDraft, outboxRows } from './rows';
import { TOPICS, isQuiet } from './topics';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SERVICES = join(ROOT, 'lib', 'services');
const sources = readdirSync(SERVICES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('topics.ts'))
  .map((name) => readFileSync(join(SERVICES, name), 'utf8'))
  .join('\n');
const found = (pattern: RegExp): string[] =>
  [...new Set([...sources.matchAll(pattern)].flatMap((match) => match.slice(1).filter((text) => text)))].sort();

/** As the audit’s own list finds them: `action: 'key.create'`, and both of a choice. */
const ACTIONS = found(/\baction(?:: | = )(?:\w+ \? )?'(\w+\.\w+)'(?: : '(\w+\.\w+)')?/g);
const EVENTS = found(/\.event\(\s*'(\w+\.\w+)'/g);
const OUTCOME = /^schedule\./;
/** What an installation does to itself is no project's. */
const OF_THE_INSTALLATION = /^(?:user|role|clock|job)\.|^project\.delete$|^key\.setAdminToken$/;

describe('the catalogue of events', () => {
  it('names every audited action of a project, and every event that is none', () => {
    expect(ACTIONS.length).toBeGreaterThan(60);
    const written = [...ACTIONS, ...EVENTS].filter((name) => !OF_THE_INSTALLATION.test(name) && !isQuiet(name));
    expect(written.filter((name) => !Object.hasOwn(TOPICS, name))).toEqual([]);
  });

  it('names nothing else', () => {
    // What a schedule's run came to is the second half of a name.
    const isWritten = (topic: string): boolean =>
      sources.includes(`'${topic}'`) || (OUTCOME.test(topic) && sources.includes(`'${topic.split('.')[1]}'`));
    expect(Object.keys(TOPICS).filter((topic) => !isWritten(topic))).toEqual([]);
  });

  it('is what the documentation says', () => {
    const page = readFileSync(join(ROOT, 'docs', 'events.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+\.\w+)` \| (.+) \|$/gm)].map(([, topic, text]) => [topic, text]);
    expect(rows).toEqual(Object.entries(TOPICS).map(([topic, { description }]) => [topic, description]));
  });
});

const ctx = {
  scope: { kind: 'project', projectId: 'p1', projectKey: 'shop' },
  actor: { kind: 'job', id: 'j', name: 'j', grants: [] },
  via: 'job',
  requestId: 'r1',
  now: new Date('2026-03-02T09:00:00Z'),
} as unknown as Parameters<typeof outboxRows>[0];
const event = (topic: string, payload: object): EventDraft => ({
  topic,
  environmentId: 'e1',
  environment: 'production',
  payload,
});

describe('the outbox rows of a write', () => {
  it('are one for each audited action, with the details of the event of the same name', () => {
    const rows = outboxRows(
      ctx,
      [
        { id: 'a1', action: 'segment.update', environment: 'production', after: { segment: 'beta', version: 3 } },
        { id: 'a2', action: 'changeRequest.apply', after: { number: 12 } },
        { id: 'a3', action: 'webhook.test' },
        { id: 'a4', action: 'subject.update', after: { key: 'u1', name: 'Una' } },
      ],
      [event('changeRequest.apply', { flags: ['a'] }), event('membership.started', { flag: 'a' })],
    );
    expect(rows.map(({ topic }) => topic)).toEqual([
      'segment.update',
      'changeRequest.apply',
      'subject.update',
      'membership.started',
    ]);
    const payloads = rows.map(({ payload }) => eventPayloadSchema.parse(payload));
    expect(payloads).toMatchObject([
      { about: 'beta', version: 3, auditId: 'a1', environment: 'production', details: null },
      { about: '12', auditId: 'a2', details: { flags: ['a'] } },
      { about: null, auditId: 'a4' },
      { about: null, auditId: null, flag: 'a', environment: 'production' },
    ]);
  });

  it('stay small, whatever the change was', () => {
    const long = { list: Array.from({ length: 10_000 }, (_, index) => `subject-${index}`) };
    const [row] = outboxRows(ctx, [{ id: 'a', action: 'segment.addMembers', before: long, after: long }], []);
    const [told] = outboxRows(ctx, [], [event('membership.started', long)]);
    expect(JSON.stringify(row).length).toBeLessThan(1_000);
    expect(JSON.stringify(told).length).toBeLessThan(1_000);
  });

  it('are none of what the installation does', () => {
    const installation = { ...ctx, scope: { kind: 'installation' } } as unknown as typeof ctx;
    expect(outboxRows(installation, [{ id: 'a', action: 'user.create' }], [event('x.y', {})])).toEqual([]);
    const [row] = outboxRows(installation, [{ id: 'a', action: 'project.create', projectId: 'p2' }], []);
    expect(row).toMatchObject({ projectId: 'p2', topic: 'project.create' });
  });
});
