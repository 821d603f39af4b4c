import { randomUUID } from 'node:crypto';
import { jobIdentity, mintInstallation, mintProject } from '@/lib/auth/mint';
import type { Runtime } from '@/lib/runtime-shape';
import { actorToday } from '@/lib/services/users/actor-today';
import { type DemoAccess, readDemoAccess, writeDemoAccess } from './demo-file';
import { fillDemo } from './demo';

/** Fills the demo's folder on its first start; a later one changes nothing. Answers how to get in. */
export async function prepareDemo(runtime: Runtime): Promise<DemoAccess> {
  const { dataDir, firstAdmin } = runtime.env;
  const known = readDemoAccess(dataDir);
  if (known) return known;
  const { prisma } = await runtime.database();
  const identity = jobIdentity('Robin Admin', 'setup');
  const at = (now: Date) => ({
    db: prisma,
    secrets: runtime.secrets,
    committed: runtime.committed,
    probe: runtime.probe,
    now,
  });
  const access = await fillDemo(
    {
      installation: (now) => mintInstallation(at(now), identity, randomUUID()),
      project: (now) => mintProject(at(now), identity, 'default', randomUUID()),
      projectAs: async (email, now) => {
        const { id } = await prisma.user.findFirstOrThrow({ where: { email }, select: { id: true } });
        const actor = await actorToday(prisma, { kind: 'user', id }, now);
        return mintProject(at(now), actor ? { actor, via: 'setup' } : identity, 'default', randomUUID());
      },
    },
    { now: runtime.now(), operator: firstAdmin?.email ?? null },
  );
  writeDemoAccess(dataDir, access);
  return access;
}

/** What the demo prints: where it is, who may sign in, and a line to try. */
export function demoLines(address: string, { email, password, clientKey }: DemoAccess): string {
  return [
    '',
    `  Dashboard   ${address}`,
    `  Sign in     ${email}  ${password ?? '(the password you set)'}`,
    '  Try it      curl -s -X POST ' + `${address}/api/flags \\`,
    `                -H 'Authorization: Bearer ${clientKey}' -H 'Content-Type: application/json' \\`,
    `                -d '{"context":{"targetingKey":"rider-1001","plan":"pro","country":"DE"}}'`,
    '',
  ].join('\n');
}
