import { same } from '@/lib/changes/same';
import { attributeName, RESERVED_ATTRIBUTES } from '@/lib/engine/attributes';
import type { AttributeBody } from '@/lib/engine/types';
import { attributePutSchema, fitsType } from '@/lib/schemas/attribute';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { environmentsReading } from '../onboarding/environments-reading';
import type { AttributeView } from '../subjects/types';
import { definedAttributes } from './defined';
import { attributeView } from './view';

/** What the product says itself, or is told in fields of their own. */
const TAKEN: ReadonlySet<string> = new Set([...RESERVED_ATTRIBUTES, 'targetingKey', 'tenant', 'tenantInfo', 'user']);
const MOST = 1_000;

/** Defines an attribute in all environments of the project, or changes its definition. Idempotent. */
export const putAttribute = defineVerb({
  verbName: 'attributes.put',
  input: attributePutSchema,
  permission: 'settings.manage',
  locks: () => ({ environments: 'all' }),
  reaches: (tx, { name }) => environmentsReading(tx, [attributeName(name)]),
  comment: ({ comment }) => comment,
  run: async (tx, { name: written, type, allowed, trusted, personal, comment }): Promise<AttributeView> => {
    const name = attributeName(written);
    if (TAKEN.has(name.split('.', 1)[0] ?? '')) throw serviceError('refused', 'attribute_reserved');
    if (allowed && !allowed.every((value) => fitsType(value, type))) {
      throw serviceError('refused', 'attribute_allowed_type');
    }
    const defined = await definedAttributes(tx.db, tx.scope.projectId);
    const before = defined.get(name);
    if (!before && defined.size >= MOST) throw serviceError('refused', 'attributes_limit', { params: { limit: MOST } });
    const after: AttributeBody = { v: 1, type, ...(allowed ? { allowed } : {}), trusted, personal };
    if (before && same(before, after)) return attributeView(name, after);
    for (const { id } of tx.environments) tx.items.put(id, 'attribute', name, after);
    tx.audit({
      action: 'attribute.put',
      before: before && attributeView(name, before),
      after: attributeView(name, after),
      comment,
    });
    return attributeView(name, after);
  },
});
