import { z } from 'zod';
import { defineRead } from '../define-verb';
import type { AttributeView } from '../subjects/types';
import { definedAttributes } from './defined';
import { attributeView } from './view';

/** The project's attribute definitions, by name. */
export const listAttributes = defineRead({
  verbName: 'attributes.list',
  input: z.object({}),
  permission: 'flag.view',
  run: async ({ db, scope }): Promise<AttributeView[]> =>
    [...(await definedAttributes(db, scope.projectId))].map(([name, body]) => attributeView(name, body)),
});
