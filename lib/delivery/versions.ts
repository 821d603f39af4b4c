import { z } from 'zod';
import type { DatabaseClient } from '@/lib/db/handles';

export interface EnvironmentVersion {
  id: string;
  key: string;
  project: string;
  epoch: string;
  number: number;
  profileNumber: number;
  erasedNumber: number;
}
export interface Versions {
  /** Milliseconds the test clock is moved by; null when it is not. */
  clockOffset: number | null;
  environments: EnvironmentVersion[];
}

const rows = z.array(
  z.object({
    clock_offset: z.coerce.number().nullable(),
    id: z.string().nullable(),
    key: z.string().nullable(),
    project: z.string().nullable(),
    epoch: z.string().nullable(),
    number: z.number().nullable(),
    profile_number: z.number().nullable(),
    erased_number: z.number().nullable(),
  }),
);

/** Where every environment stands, and the clock, in one query. Null before the installation was set up. */
export async function readVersions(db: DatabaseClient): Promise<Versions | null> {
  const found = rows.parse(
    await db.$queryRaw`
      SELECT i."clockOffset"::float8 AS clock_offset, e.id, e.key, p.key AS project, e.epoch, e.number,
        e.profile_number, e.erased_number
      FROM installation i LEFT JOIN (environment e JOIN project p ON p.id = e.project_id) ON true`,
  );
  const [first] = found;
  if (!first) return null;
  const environments: EnvironmentVersion[] = [];
  for (const { id, key, project, epoch, number, profile_number, erased_number } of found) {
    if (id === null || key === null || project === null || epoch === null || number === null) continue;
    const profiles = { profileNumber: profile_number ?? 0, erasedNumber: erased_number ?? 0 };
    environments.push({ id, key, project, epoch, number, ...profiles });
  }
  return { clockOffset: first.clock_offset, environments };
}
