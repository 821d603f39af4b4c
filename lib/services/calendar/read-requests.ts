import { type Asked, type Found, found } from './found';

const SHOWN = 1_000;

/** Change requests with a time: those that are to be applied then, approved or not yet. */
export async function readRequests({ db, projectId, environments, flag, from, to }: Asked): Promise<Found[]> {
  const keys = [...environments.values()];
  const rows = await db.changeRequest.findMany({
    where: {
      projectId,
      status: { in: ['open', 'scheduled'] },
      applyAt: { gte: new Date(from), lt: new Date(to) },
      environments: { hasSome: keys },
      ...(flag === undefined ? {} : { flags: { has: flag } }),
    },
    orderBy: { applyAt: 'asc' },
    take: SHOWN,
  });
  return rows.flatMap(({ id, number, title, status, applyAt, flags, environments: reached }) =>
    reached
      .filter((key) => keys.includes(key))
      .map((environment) =>
        found({
          kind: 'request',
          what: 'apply',
          from: applyAt?.getTime() ?? from,
          environment,
          flag: flags.length === 1 ? (flags[0] ?? null) : null,
          name: title,
          ref: id,
          number,
          outcome: status,
          footprint: null,
        }),
      ),
  );
}
