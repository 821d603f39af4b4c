import type { Configuration, Serve } from '@/lib/engine/types';
import { type Issue, serviceError } from '../errors';
import { readItem } from '../items/read';
import { likeLiteral } from '../like';
import { mentionsOf } from '../items/mentions';
import type { WriteContext } from '../transaction';
import { standingConfigurations } from './states';

const servedBy = (serve: Serve): (string | null)[] =>
  'split' in serve ? serve.split.map(({ variant }) => variant) : [serve.variant];

function variantsOf({ offVariant, targets, rules, default: fallback }: Configuration): Set<string | null> {
  const served = [...rules.map(({ serve }) => serve), fallback].flatMap(servedBy);
  return new Set([offVariant, ...targets.map(({ variant }) => variant), ...served]);
}

const issue = (code: string, environment: string, key: string): Issue => ({
  path: `${environment}.${key}`,
  code,
  message: `A variant is used by ${key} in ${environment}.`,
});

/** Overrides, memberships and the code default of a flag that name one of the variants. */
async function attachedUsage(tx: WriteContext, flag: string, variants: ReadonlySet<string>): Promise<Issue[]> {
  const prefix = { startsWith: likeLiteral(`${flag}/`) };
  const rows = await tx.db.item.findMany({
    where: {
      environmentId: { in: tx.environments.map(({ id }) => id) },
      toNumber: null,
      OR: [
        { kind: 'override', key: prefix },
        { kind: 'membership', key: prefix },
        { kind: 'codeDefault', key: flag },
      ],
    },
    select: { environmentId: true, kind: true, key: true, body: true },
  });
  return rows.flatMap((row) => {
    const { body } = readItem(row);
    const named = 'variant' in body && body.variant !== undefined && variants.has(body.variant);
    const environment = tx.environments.find(({ id }) => id === row.environmentId)?.key ?? '';
    return named ? [issue(`used_by_${row.kind}`, environment, row.kind)] : [];
  });
}

/** Refuses, with the list, while anything still serves or requires one of these variants of a flag. */
export async function assertVariantsUnused(tx: WriteContext, flag: string, removed: readonly string[]): Promise<void> {
  const gone = new Set(removed);
  const own = (await standingConfigurations(tx.db, tx.environments, [flag])).get(flag) ?? [];
  const serving = own.filter(({ configuration }) => removed.some((variant) => variantsOf(configuration).has(variant)));
  const requiring = (await mentionsOf(tx.db, tx.environments, [flag])).filter(
    ({ kind, body }) =>
      kind === 'config' &&
      body.prerequisites.some((needed) => needed.flag === flag && needed.variants.some((variant) => gone.has(variant))),
  );
  const issues = [
    ...serving.map(({ environment }) => issue('used_by_configuration', environment.key, flag)),
    ...requiring.map(({ environment, key }) => issue('used_by_prerequisite', environment, key)),
    ...(await attachedUsage(tx, flag, gone)),
  ];
  if (issues.length > 0) throw serviceError('refused', 'variant_in_use', { issues });
}
