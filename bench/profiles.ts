import { type Believed, createBelief } from '../lib/delivery/believe';
import { createProfileCache, type ProfileSource } from '../lib/delivery/profile-cache';
import { evaluateIn } from '../lib/engine/evaluate';
import type { Profile } from '../lib/engine/merge-context';
import { createRuleset } from '../lib/engine/ruleset';
import { createScope } from '../lib/engine/scope';
import type { EvaluationContext } from '../lib/engine/types';
import { CONTEXTS, FLAGS } from './flags';

const SUBJECTS = 100_000;
const ROUNDS = 12;
const NOW = Date.UTC(2026, 0, 1);
const BATCH = 1_000;
/** What answering may cost more where nothing stored is needed. */
const MOST = 1.1;

const items = FLAGS.flatMap((flag) => flag.items);
const ruleset = createRuleset({ project: 'bench', environment: 'bench', epoch: 'bench', number: 1, items });
const keys = FLAGS.map(({ key }) => key);

/** Four hundred bytes of JSON, as an application knows of somebody. */
const profileOf = (index: number): Profile => ({
  attributes: {
    email: `person.${index}@example.com`,
    name: `Person ${index} of the benchmark`,
    plan: index % 3 === 0 ? 'pro' : 'free',
    country: 'DE',
    age: 16 + (index % 60),
    groups: ['staff', 'beta'],
    version: `1.${index % 12}.0`,
    address: { street: 'A street of some length', number: index % 100, city: 'Bonn' },
  },
  role: 'employee',
  tenant: `tenant-${index % 2_000}`,
  joinedAt: NOW - (index % 400) * 86_400_000,
  stage: 'active',
  counters: { 'report.opened': index % 20, 'checkout.completed': index % 7 },
});
const indexOf = (key: string): number => Number(key.slice('subject-'.length));
const source: ProfileSource = {
  read: async (wanted) =>
    wanted.map(({ environmentId, key }) => {
      const profile = profileOf(indexOf(key));
      return { environmentId, key, profile, size: JSON.stringify(profile).length };
    }),
  changedSince: async () => [],
};
const profiles = createProfileCache(source);
const believe = createBelief(profiles);
const callerIn = (id: string) => ({
  environment: { id, project: 'bench', key: 'bench', signingSecret: null, rows: items.length, ruleset },
  kind: 'server' as const,
  keyId: 'bench',
  claims: null,
});
const [without, withSubjects] = [callerIn('without'), callerIn('with')];

function answerAll({ context, reserved }: Believed): number {
  const scope = createScope(ruleset, context, NOW, { reserved });
  let sum = 0;
  for (const key of keys) if (evaluateIn(scope, key).value === true) sum += 1;
  return sum;
}

function believedAtOnce(caller: typeof without, context: EvaluationContext): Believed {
  const believed = believe({ caller, context, keys: null, now: NOW });
  if (believed === null || believed instanceof Promise) throw new Error('A profile was not in memory.');
  return believed;
}

const bare: EvaluationContext[] = CONTEXTS.map((_, index) => ({ targetingKey: `subject-${index}` }));
type Pass = () => number;
const over = (contexts: readonly EvaluationContext[], caller: typeof without | null): Pass => {
  return () => {
    let sum = 0;
    for (const context of contexts) {
      sum += answerAll(caller === null ? { context, isBare: null } : believedAtOnce(caller, context));
    }
    return sum;
  };
};
const passes: Record<string, Pass> = {
  'the engine alone': over(CONTEXTS, null),
  'no subjects stored': over(CONTEXTS, without),
  'subjects stored, the context says all': over(CONTEXTS, withSubjects),
  'the profile says all': over(bare, withSubjects),
};

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function fill(): Promise<{ bytes: number; microseconds: number }> {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  const before = process.memoryUsage().heapUsed;
  const begun = performance.now();
  for (let start = 0; start < SUBJECTS; start += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => `subject-${start + index}`);
    await Promise.all(batch.map((key) => profiles.load('with', key)));
  }
  const microseconds = ((performance.now() - begun) * 1_000) / SUBJECTS;
  collect?.();
  return { bytes: (process.memoryUsage().heapUsed - before) / SUBJECTS, microseconds };
}

async function main(): Promise<void> {
  const at = { epoch: 'bench', erasedNumber: 0 };
  await profiles.update([
    { id: 'without', profileNumber: 0, ...at },
    { id: 'with', profileNumber: 1, ...at },
  ]);
  const { bytes, microseconds } = await fill();
  console.log(
    `${profiles.state().held} profiles held, ${Math.round(bytes)} bytes each, ${microseconds.toFixed(1)} µs to read`,
  );
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    // In another order each round: what runs first is not always the same.
    const order = Object.entries(passes);
    for (const [name, pass] of [...order.slice(round % order.length), ...order.slice(0, round % order.length)]) {
      pass();
      const start = process.cpuUsage();
      for (let repeat = 0; repeat < 10; repeat += 1) pass();
      const { user, system } = process.cpuUsage(start);
      times.set(name, [...(times.get(name) ?? []), ((user + system) * 1_000) / (10 * CONTEXTS.length)]);
    }
  }
  const alone = median(times.get('the engine alone') ?? []);
  for (const [name, values] of times) {
    const each = median(values);
    console.log(
      `${name}: ${(each / 1_000).toFixed(2)} µs for all ${keys.length} flags, ${(each / alone).toFixed(2)} of it`,
    );
  }
  const ratio = median(times.get('no subjects stored') ?? []) / alone;
  if (ratio > MOST) process.exitCode = 1;
}

await main();
