import { signalPostSchema } from '@/lib/schemas/signal';
import { defineVerb } from '../define-verb';
import { type Issue, serviceError } from '../errors';
import type { EnvironmentRow, WriteContext } from '../transaction';
import type { SignalsAccepted } from './types';

/** A clock that runs ahead a little is forgiven. */
const AHEAD_MS = 5 * 60_000;
/** As long as signals are kept. */
const KEPT_MS = 30 * 86_400_000;

interface Posted {
  name: string;
  flag?: string;
  value: number;
  at?: Date;
}

const refuse = (issues: Issue[]): void => {
  const [first] = issues;
  if (first) throw serviceError('refused', first.code, { issues });
};

async function theEnvironment(tx: WriteContext, key: string): Promise<EnvironmentRow> {
  const row = await tx.db.environment.findFirst({ where: { projectId: tx.scope.projectId, key } });
  const message = 'There is no environment with this key.';
  if (!row) refuse([{ path: 'environment', code: 'unknown_environment', message }]);
  if (!row) throw serviceError('not_found');
  return row;
}

async function assertFlags(tx: WriteContext, signals: readonly Posted[], pathOf: (index: number) => string) {
  const keys = [...new Set(signals.flatMap(({ flag }) => flag ?? []))];
  if (keys.length === 0) return;
  const where = { projectId: tx.scope.projectId, key: { in: keys } };
  const known = new Set((await tx.db.flag.findMany({ where, select: { key: true } })).map(({ key }) => key));
  const message = 'There is no flag with this key.';
  refuse(
    signals.flatMap(({ flag }, index) =>
      flag === undefined || known.has(flag) ? [] : [{ path: `${pathOf(index)}flag`, code: 'unknown_flag', message }],
    ),
  );
}

function assertInstants(now: Date, signals: readonly Posted[], pathOf: (index: number) => string): void {
  refuse(
    signals.flatMap(({ at }, index): Issue[] => {
      const age = at === undefined ? 0 : now.getTime() - at.getTime();
      const path = `${pathOf(index)}at`;
      if (age < -AHEAD_MS) return [{ path, code: 'signal_future', message: 'This instant is still to come.' }];
      if (age > KEPT_MS) return [{ path, code: 'signal_old', message: 'Signals are kept for 30 days.' }];
      return [];
    }),
  );
}

/**
 * Takes numbers from outside, all or none. They may set off a guardrail, so whoever posts them may edit plans in that
 * environment; nothing is changed at once, and the audit tells of what came of them.
 */
export const postSignals = defineVerb({
  verbName: 'signals.post',
  input: signalPostSchema,
  permission: 'plan.edit',
  locks: () => ({}),
  reaches: async (tx, { environment }) => [await theEnvironment(tx, environment)],
  isCommentFree: () => true,
  run: async (tx, { environment, signals, name, value, flag, at }): Promise<SignalsAccepted> => {
    const { id: environmentId } = await theEnvironment(tx, environment);
    const posted: Posted[] = signals ?? [{ name: name ?? '', value: value ?? 0, flag, at }];
    const pathOf = (index: number): string => (signals ? `signals.${index}.` : '');
    assertInstants(tx.now, posted, pathOf);
    await assertFlags(tx, posted, pathOf);
    // One from a clock that runs ahead counts from now on, not later.
    const earlier = (instant: Date): Date => (instant > tx.now ? tx.now : instant);
    await tx.db.signal.createMany({
      data: posted.map((signal) => ({
        environmentId,
        name: signal.name,
        flag: signal.flag ?? null,
        value: signal.value,
        at: earlier(signal.at ?? tx.now),
      })),
    });
    return { accepted: posted.length };
  },
});
