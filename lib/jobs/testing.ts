import type { ServiceContext } from '@/lib/services/context';
import type { TestServices } from '@/lib/services/testing';
import { type RunAnswer, runJob } from './run-job';
import type { Job } from './types';

/** Who asked for what a job does, by id; whoever is not among them is gone. */
export type TestAuthors = Readonly<Record<string, ServiceContext>>;

/** Runs a job once at the test's clock, as the ticker would. */
export function runTestJob(
  services: TestServices,
  job: Job,
  authors: TestAuthors = {},
  changes: Partial<ServiceContext> = {},
): Promise<RunAnswer> {
  const { db } = services;
  return runJob(
    job,
    {
      db,
      holder: 'test',
      now: async () => services.now(),
      inProject: async () =>
        services.as('admin', {
          actor: { kind: 'job', id: job.name, name: job.name, grants: [] },
          via: 'job',
          ...changes,
        }),
      asAuthor: async (_, { id }) => (authors[id] ? { ...authors[id], now: services.now(), via: 'job' } : null),
      warn: () => {},
    },
    'ticker',
  );
}
