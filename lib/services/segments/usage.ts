import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { defineRead } from '../define-verb';
import { environmentsOf } from '../flags/states';
import type { Usage } from '../flags/types';
import { findSegmentUsage } from './find-usage';
import { findSegment } from './segment-row';

/** Which rules and segments refer to a segment, by environment. */
export const segmentUsage = defineRead({
  verbName: 'segments.usage',
  input: z.object({ key: keySchema }),
  permission: 'flag.view',
  run: async (ctx, { key }): Promise<Usage[]> => {
    const { projectId } = ctx.scope;
    await findSegment(ctx.db, projectId, key);
    const usage = await findSegmentUsage(ctx.db, await environmentsOf(ctx.db, projectId), [key]);
    return usage.get(key) ?? [];
  },
});
