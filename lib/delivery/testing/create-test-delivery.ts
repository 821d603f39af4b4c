import type { Rule } from '@/lib/engine/types';
import { changeConfiguration } from '@/lib/services/configurations/change';
import { getConfiguration } from '@/lib/services/configurations/get';
import type { ServiceContext } from '@/lib/services/context';
import { createFlag } from '@/lib/services/flags/create';
import { createApiKey } from '@/lib/services/keys/create';
import { profileSource } from '@/lib/services/subjects/read-profiles';
import { createTestServices, type TestServices } from '@/lib/services/testing';
import { type CountRow, createCounter } from '../counter';
import { createProfileCache, type ProfileCache, type ProfileSource } from '../profile-cache';
import type { Proofs } from '../proof';
import type { DeliveryAnswer, DeliveryBody, PendingAnswer } from '../request';
import { createResponder } from '../respond';
import { createRulesetStore, type RulesetStore } from '../ruleset-store';
import { createThrottle } from '../throttle';
import { atOnce } from './at-once';

export interface Ask {
  method?: string;
  key?: string | null;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a text as it is. */
  body?: object | string | DeliveryBody;
  address?: string;
}
export interface Told {
  status: number;
  headers: Record<string, string>;
  text: string | null;
  json: unknown;
  etag: string;
}
export interface TestDelivery {
  services: TestServices;
  store: RulesetStore;
  /** What was counted, flushed by calling `flush`. */
  counted: CountRow[];
  flush(): Promise<boolean>;
  admin(): ServiceContext;
  /** Asks as the server key unless told otherwise. */
  ask(address: string, ask?: Ask): Told;
  /** The same where a stored profile may have to be read. */
  askLater(address: string, ask?: Ask): Promise<Told>;
  profiles: ProfileCache;
  makeKey(kind: 'client' | 'server', more?: object): Promise<string>;
  makeFlag(flag: { key: string; type?: string; [more: string]: unknown }): Promise<void>;
  change(flag: string, instructions: object[]): Promise<void>;
  /** A clock that never jumps, in milliseconds, for staleness. */
  pass(ms: number): void;
  serverKey: string;
  clientKey: string;
  close(): Promise<void>;
}

export const ENVIRONMENT = 'development';
export const POLL_MS = 1_000;

/** A rule that serves a variant to those whose attribute has a value. */
export const ruleFor = (attribute: string, value: string, variant: string, more: Partial<Rule> = {}): object => ({
  id: `rule-${variant}`,
  name: `rule ${variant}`,
  description: '',
  enabled: true,
  operator: 'AND',
  conditions: [{ attribute, operator: 'equals', value }],
  serve: { variant },
  ...more,
});

const bodyOf = (body: Ask['body']): DeliveryBody => {
  if (body === undefined) return { ok: true, bytes: new Uint8Array(0) };
  if (typeof body === 'string') return { ok: true, bytes: Buffer.from(body) };
  if ('ok' in body && (body.ok === true || body.ok === false)) return body as DeliveryBody;
  return { ok: true, bytes: Buffer.from(JSON.stringify(body)) };
};

function told(answer: DeliveryAnswer): Told {
  answer.after();
  const json: unknown = answer.body === null ? null : JSON.parse(answer.body);
  const { status, headers, body: text } = answer;
  return { status, headers, text, json, etag: headers.etag ?? '' };
}

interface Changes {
  /** Stands between the cache and the stored profiles. */
  source: (stored: ProfileSource) => ProfileSource;
  proofs: Proofs;
}

/** The evaluation endpoints over a real database, with flags made through the product's own verbs. */
export async function createTestDelivery(changes: Partial<Changes> = {}): Promise<TestDelivery> {
  const services = await createTestServices();
  let passed = 0;
  const log = { warn: () => {}, error: () => {} };
  const source = profileSource(async () => services.db);
  const profiles = createProfileCache(changes.source?.(source) ?? source);
  const store = createRulesetStore({
    database: async () => services.db,
    pollMs: POLL_MS,
    monotonic: () => passed,
    log,
    profiles,
  });
  const counted: CountRow[] = [];
  let batches = 0;
  const counter = createCounter({
    write: async ({ rows }) => void counted.push(...rows),
    newId: () => `batch-${(batches += 1)}`,
    log,
  });
  const respond = createResponder({
    store,
    profiles,
    proofs: changes.proofs ?? { read: () => ({ problem: 'invalid' }) },
    counter,
    publicReads: createThrottle(5, 1),
    touchKey: () => {},
    now: services.now,
    log,
  });
  const admin = () => services.as('admin', { committed: () => store.refresh() });
  const makeKey: TestDelivery['makeKey'] = async (kind, more) =>
    (await createApiKey(admin(), { kind, name: `${kind} key`, environment: ENVIRONMENT, ...more })).key;
  const serverKey = await makeKey('server');
  const clientKey = await makeKey('client');
  const asked = (
    address: string,
    { method, key = serverKey, headers, body, address: from = '192.0.2.1' }: Ask = {},
  ): PendingAnswer => {
    const [path = '', query = ''] = address.split('?');
    const answer = respond({
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      path,
      query,
      headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
      body: bodyOf(body),
      address: from,
    });
    if (!answer) throw new Error('not an evaluation endpoint');
    return answer;
  };
  return {
    services,
    store,
    counted,
    admin,
    makeKey,
    serverKey,
    clientKey,
    flush: () => counter.flush(),
    profiles,
    ask: (address, how) => told(atOnce(asked(address, how))),
    askLater: async (address, how) => told(await asked(address, how)),
    async makeFlag(flag) {
      await createFlag(admin(), { name: flag.key, type: 'boolean', clientVisible: true, ...flag });
    },
    async change(flag, instructions) {
      const { version } = await getConfiguration(admin(), { flag, environment: ENVIRONMENT });
      await changeConfiguration(admin(), { flag, environment: ENVIRONMENT, version, instructions });
    },
    pass: (ms) => void (passed += ms),
    close: services.close,
  };
}
