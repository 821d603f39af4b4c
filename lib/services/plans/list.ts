import { planListSchema } from '@/lib/schemas/plan';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { likeLiteral } from '../like';
import type { Page } from '../page';
import { planItem } from './plan-item';
import { loadPlan } from './plan-row';
import type { PlanItem } from './types';

/** The project's plans, the newest first. */
export const listPlans = defineRead({
  verbName: 'plans.list',
  input: planListSchema,
  permission: 'flag.view',
  run: async ({ db, scope }, { limit, cursor, q, flag, environment, status }): Promise<Page<PlanItem>> => {
    const [before] = cursor === undefined ? [undefined] : decodeCursor(textPosition, cursor);
    const text = { contains: likeLiteral(q?.trim() ?? ''), mode: 'insensitive' as const };
    const where = {
      projectId: scope.projectId,
      ...(q?.trim() && { OR: [{ name: text }, { flag: text }, { description: text }] }),
      ...(flag !== undefined && { flag }),
      ...(environment !== undefined && { environments: { has: environment } }),
      ...(status !== undefined && { status }),
    };
    const rows = await db.plan.findMany({
      where: before === undefined ? where : { ...where, id: { lt: before } },
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    const page = cutPage(
      rows,
      limit,
      (row) => planItem(loadPlan(row)),
      ({ id }) => [id],
    );
    return { ...page, total: await db.plan.count({ where }) };
  },
});
