import { FlagdCore } from '@openfeature/flagd-core';
import { evaluate, evaluateIn } from '../lib/engine/evaluate';
import { explain } from '../lib/engine/explain';
import { createRuleset } from '../lib/engine/ruleset';
import { createScope } from '../lib/engine/scope';
import { CONTEXTS, FLAGS } from './flags';

const ROUNDS = 5;
const WANTED = 4;
const NOW = Date.UTC(2026, 0, 1);

/** In an order that no branch predictor learns; the same in each run. */
function shuffled<Value>(list: readonly Value[]): Value[] {
  let seed = 42;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  return list
    .map((value) => ({ value, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

const contexts = shuffled(CONTEXTS);
const keys = shuffled(FLAGS.map(({ key }) => key));
const items = FLAGS.flatMap((flag) => flag.items);
const ruleset = createRuleset({ project: 'bench', environment: 'bench', epoch: 'bench', number: 1, items });
const core = new FlagdCore();
core.setConfigurations(JSON.stringify({ flags: Object.fromEntries(FLAGS.map(({ key, flagd }) => [key, flagd])) }));

/** One pass over every flag for every context; how many answers were true, so that none is optimised away. */
type Pass = () => number;

const passes: Record<string, Pass> = {
  'flagstaff, one by one': () => {
    let sum = 0;
    for (const context of contexts)
      for (const key of keys) if (evaluate(ruleset, key, context, NOW).value === true) sum += 1;
    return sum;
  },
  'flagd-core, one by one': () => {
    let sum = 0;
    for (const context of contexts)
      for (const key of keys) if (core.resolveBooleanEvaluation(key, false, context).value) sum += 1;
    return sum;
  },
  'flagstaff, all of a context': () => {
    let sum = 0;
    for (const context of contexts) {
      const scope = createScope(ruleset, context, NOW);
      for (const key of keys) if (evaluateIn(scope, key).value === true) sum += 1;
    }
    return sum;
  },
  'flagd-core, all of a context': () => {
    let sum = 0;
    for (const context of contexts) for (const { value } of core.resolveAll(context)) if (value === true) sum += 1;
    return sum;
  },
};

/** The sum that explanations give; throws where an engine disagrees with one. Rollouts hash differently. */
function explained(): number {
  let sum = 0;
  for (const context of contexts) {
    for (const { key, isComparable } of FLAGS) {
      const isOn = explain(ruleset, key, context, NOW).verdict.value === true;
      if (isOn) sum += 1;
      const theirs = core.resolveBooleanEvaluation(key, false, context).value;
      if (isComparable && isOn !== theirs) throw new Error(`The engines disagree on ${key}.`);
    }
  }
  return sum;
}

/** Processor nanoseconds per evaluation, which other work on the machine disturbs less than the clock. */
function time(pass: Pass): { nanoseconds: number; sum: number } {
  const start = process.cpuUsage();
  const sum = pass();
  const { user, system } = process.cpuUsage(start);
  return { nanoseconds: ((user + system) * 1000) / (contexts.length * keys.length), sum };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const expected = explained();
const names = Object.keys(passes);
const times = new Map<string, number[]>(names.map((name) => [name, []]));
for (const pass of Object.values(passes)) for (let warm = 0; warm < 3; warm += 1) pass();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, pass] of Object.entries(passes)) {
    const { nanoseconds, sum } = time(pass);
    if (name.startsWith('flagstaff') && sum !== expected)
      throw new Error(`${sum} answers were true, explained: ${expected}.`);
    times.get(name)?.push(nanoseconds);
  }
}

const medians = names.map((name) => median(times.get(name) ?? []));
for (const [index, name] of names.entries())
  process.stdout.write(`${name.padEnd(30)}${medians[index]?.toFixed(0).padStart(6)} ns\n`);
const [ours = 0, theirs = 0, oursAll = 0, theirsAll = 0] = medians;
const ratios = [theirs / ours, theirsAll / oursAll];
process.stdout.write(
  `times as fast: ${ratios.map((ratio) => ratio.toFixed(1)).join(' one by one, ')} all of a context\n`,
);
process.exitCode = ratios.every((ratio) => ratio >= WANTED) ? 0 : 1;
