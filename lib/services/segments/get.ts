import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { findSegment } from './segment-row';
import type { SegmentContentView } from './types';
import { readContentView } from './view';

export const getSegment = defineRead({
  verbName: 'segments.get',
  input: z.object({ key: keySchema, environment: keySchema }),
  permission: 'flag.view',
  run: async (ctx, { key, environment }): Promise<SegmentContentView> => {
    const { projectId } = ctx.scope;
    const row = await findSegment(ctx.db, projectId, key);
    return readContentView(ctx.db, row, await findEnvironment(ctx.db, projectId, environment));
  },
});
