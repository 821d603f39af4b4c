import type { Prisma } from '@/lib/db/generated/client';
import { newConfiguration } from '@/lib/changes/new-configuration';
import type { Configuration, FlagDefinition } from '@/lib/engine/types';
import { flagCreateSchema } from '@/lib/schemas/flag';
import { foldKey } from '@/lib/schemas/key';
import type { DeclaredFlag } from '@/lib/schemas/registry';
import { readDefinition } from '../items/read';
import { jsonOf } from '../json-of';
import type { WriteContext } from '../transaction';
import { variantFor } from './plan';

const SALT_BYTES = 16;

/** A flag that an application brings along: its row, its items and the variant that is its default. */
export interface NewFlag {
  data: Prisma.FlagCreateManyInput & { id: string; key: string };
  definition: FlagDefinition;
  /** Off, as it begins wherever it is not declared. */
  configuration: Configuration;
  codeDefault: string;
}

/** Makes it: a boolean flag has `on` and `off`, another one the variant `default`. */
export function newFlag(tx: WriteContext, { key, description, type, default: value }: DeclaredFlag): NewFlag {
  const variants = type === 'boolean' ? undefined : [{ key: 'default', value }];
  const { comment: _, ...asked } = flagCreateSchema.parse({ key, description, type, variants });
  const [id, salt] = [tx.newId(), tx.randomText(SALT_BYTES)];
  const definition = readDefinition(key, {
    v: 1,
    id,
    type,
    variants: asked.variants,
    salt,
    algorithm: 'murmur3-v1',
    metadata: asked.metadata,
    clientVisible: asked.clientVisible,
    tenantManaged: asked.tenantManaged,
    archived: false,
  });
  const data = {
    ...asked,
    id,
    salt,
    projectId: tx.scope.projectId,
    keyFolded: foldKey(key),
    variants: jsonOf(asked.variants),
    metadata: jsonOf(asked.metadata),
    links: jsonOf(asked.links),
    origin: 'code',
    createdAt: tx.now,
    updatedAt: tx.now,
    createdBy: tx.actor.name,
  };
  return {
    data,
    definition,
    configuration: newConfiguration(definition),
    codeDefault: variantFor(definition, value).variant,
  };
}
