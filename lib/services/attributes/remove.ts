import { z } from 'zod';
import { attributeName } from '@/lib/engine/attributes';
import { keySchema } from '@/lib/schemas/key';
import { commentSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { environmentsReading } from '../onboarding/environments-reading';
import { definedAttributes } from './defined';
import { attributeView } from './view';

/** Takes an attribute's definition away in all environments; conditions and stored values of that name stay. */
export const removeAttribute = defineVerb({
  verbName: 'attributes.remove',
  input: z.strictObject({ name: keySchema, comment: commentSchema.optional() }),
  permission: 'settings.manage',
  locks: () => ({ environments: 'all' }),
  reaches: (tx, { name }) => environmentsReading(tx, [attributeName(name)]),
  comment: ({ comment }) => comment,
  run: async (tx, { name, comment }): Promise<void> => {
    const before = (await definedAttributes(tx.db, tx.scope.projectId)).get(name);
    if (!before) throw serviceError('not_found');
    for (const { id } of tx.environments) tx.items.close(id, 'attribute', name);
    tx.audit({ action: 'attribute.remove', before: attributeView(name, before), comment });
  },
});
