import { FlagdCore } from '@openfeature/flagd-core';
import { evaluate } from '../lib/engine/evaluate';
import { explain } from '../lib/engine/explain';
import { createRuleset } from '../lib/engine/ruleset';
import type { EvaluationContext } from '../lib/engine/types';
import { type BenchFlag, CONTEXTS, FLAGS } from './flags';

const ROUNDS = 5;
const WANTED = 4;
const NOW = Date.UTC(2026, 0, 1);

interface Question {
  flag: BenchFlag;
  context: EvaluationContext;
}

/** Every flag for every context, in an order that no branch predictor learns; the same in each run. */
function shuffled(): Question[] {
  const questions = FLAGS.flatMap((flag) => CONTEXTS.map((context) => ({ flag, context })));
  let seed = 42;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  return questions
    .map((question) => ({ question, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ question }) => question);
}

type Engine = (key: string, context: EvaluationContext) => boolean;

/** Processor nanoseconds per evaluation, whatever else the machine does, and how many answers were true. */
function round(engine: Engine, questions: readonly Question[]): { nanoseconds: number; sum: number } {
  let sum = 0;
  const start = process.cpuUsage();
  for (const { flag, context } of questions) if (engine(flag.key, context)) sum += 1;
  const { user, system } = process.cpuUsage(start);
  return { nanoseconds: ((user + system) * 1000) / questions.length, sum };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const questions = shuffled();
const items = FLAGS.flatMap((flag) => flag.items);
const ruleset = createRuleset({ project: 'bench', environment: 'bench', epoch: 'bench', number: 1, items });
const core = new FlagdCore();
core.setConfigurations(JSON.stringify({ flags: Object.fromEntries(FLAGS.map(({ key, flagd }) => [key, flagd])) }));

const engines: Record<string, Engine> = {
  flagstaff: (key, context) => evaluate(ruleset, key, context, NOW).value === true,
  'flagd-core': (key, context) => core.resolveBooleanEvaluation(key, false, context).value,
};

for (const { flag, context } of questions) {
  const ours = engines.flagstaff?.(flag.key, context);
  if (ours !== (explain(ruleset, flag.key, context, NOW).verdict.value === true)) throw new Error(`explain: ${flag.key}`);
  if (flag.isComparable && ours !== engines['flagd-core']?.(flag.key, context)) throw new Error(`flagd: ${flag.key}`);
}

const times: Record<string, number[]> = {};
const sums: Record<string, Set<number>> = {};
for (let index = 0; index < ROUNDS; index += 1) {
  for (const [name, engine] of Object.entries(engines)) {
    const { nanoseconds, sum } = round(engine, questions);
    (times[name] ??= []).push(nanoseconds);
    (sums[name] ??= new Set()).add(sum);
  }
}

const medians = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
for (const [name, value] of Object.entries(medians)) {
  process.stdout.write(`${name.padEnd(12)}${value.toFixed(0).padStart(8)} ns  true: ${[...(sums[name] ?? [])].join(', ')}\n`);
}
const ratio = (medians['flagd-core'] ?? 0) / (medians.flagstaff ?? Number.POSITIVE_INFINITY);
process.stdout.write(`ratio ${ratio.toFixed(1)} (at least ${WANTED} wanted)\n`);
process.exitCode = ratio >= WANTED ? 0 : 1;
