import { z } from 'zod';
import { keySchema } from './key';
import { nameSchema, versionSchema } from './text';

/** Body of `POST /api/admin/projects`. */
export const projectCreateSchema = z
  .strictObject({ key: keySchema, name: nameSchema.optional() })
  .transform((project) => ({ ...project, name: project.name ?? project.key }));

/** Body of `PATCH /api/admin/projects/{project}`. */
export const projectPatchSchema = z.strictObject({ name: nameSchema, version: versionSchema.optional() });
