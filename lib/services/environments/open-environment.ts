import type { z } from 'zod';
import { newConfiguration } from '@/lib/changes/new-configuration';
import type { environmentCreateSchema } from '@/lib/schemas/environment';
import { foldKey } from '@/lib/schemas/key';
import { definedAttributes } from '../attributes/defined';
import { creationChange } from '../configurations/record-created';
import type { Scope } from '../context';
import { serviceError } from '../errors';
import { definitionOf } from '../flags/definition-of';
import { onboardingBody, readOnboarding } from '../onboarding/read';
import { emptyContent } from '../segments/empty-content';
import { tenantItem } from '../tenants/tenant-item';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { environmentItem } from './environment-item';
import { environmentView } from './view';

const SECRET_BYTES = 32;
const EPOCH_BYTES = 12;
const BATCH = 500;

export type NewEnvironment = z.output<typeof environmentCreateSchema>;

/** Gives the environment the project's attributes, onboarding and tenants, every flag, off, and every segment, empty. */
async function fill(tx: WriteContext<Scope>, environment: EnvironmentRow): Promise<void> {
  const { id, projectId } = environment;
  const project = await tx.db.project.findUniqueOrThrow({ where: { id: projectId }, select: { key: true } });
  tx.items.put(id, 'onboarding', project.key, onboardingBody(await readOnboarding(tx.db, projectId)));
  for (const [name, body] of await definedAttributes(tx.db, projectId)) tx.items.put(id, 'attribute', name, body);
  const segments = await tx.db.segment.findMany({ where: { projectId } });
  for (const segment of segments) tx.items.put(id, 'segment', segment.key, emptyContent(segment.version));
  const tenants = await tx.db.tenant.findMany({ where: { projectId } });
  for (const tenant of tenants) tx.items.put(id, 'tenant', tenant.key, tenantItem(tenant));
  const flags = await tx.db.flag.findMany({ where: { projectId } });
  for (const flag of flags) {
    const definition = definitionOf(flag);
    tx.items.put(id, 'flag', flag.key, definition);
    tx.items.put(id, 'config', flag.key, newConfiguration(definition));
  }
  const created = [
    ...flags.map((flag) => creationChange(tx, environment, 'config', flag)),
    ...segments.map((segment) => ({
      ...creationChange(tx, environment, 'segment', segment),
      version: segment.version,
    })),
  ];
  for (let start = 0; start < created.length; start += BATCH) {
    await tx.db.change.createMany({ data: created.slice(start, start + BATCH) });
  }
}

/** Makes an environment in a project that is locked or that nobody else can see yet. */
export async function openEnvironment(
  tx: WriteContext<Scope>,
  projectId: string,
  asked: NewEnvironment,
): Promise<EnvironmentRow> {
  const keyFolded = foldKey(asked.key);
  const existing = await tx.db.environment.findMany({ where: { projectId }, orderBy: { position: 'asc' } });
  const taken = existing.find((row) => row.keyFolded === keyFolded);
  if (taken) throw serviceError('conflict', 'key_taken', { current: environmentView(taken) });
  const row = await tx.db.environment.create({
    data: {
      ...asked,
      id: tx.newId(),
      projectId,
      keyFolded,
      position: Math.max(-1, ...existing.map(({ position }) => position)) + 1,
      signingSecret: tx.secrets.encrypt(tx.randomText(SECRET_BYTES)),
      epoch: tx.randomText(EPOCH_BYTES),
      createdAt: tx.now,
    },
  });
  tx.items.put(row.id, 'environment', row.key, environmentItem(row));
  await fill(tx, row);
  tx.audit({ action: 'environment.create', environment: row.key, after: environmentView(row), projectId });
  // Everything above is written as its first change.
  return { ...row, number: row.number + 1 };
}
