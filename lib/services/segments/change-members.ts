import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { segmentMembersSchema } from '@/lib/schemas/segment';
import { commentSchema, subjectKeySchema } from '@/lib/schemas/text';
import { holdBatches } from '../approvals/hold-batches';
import { asWished, takeWish } from '../approvals/wish';
import { authorize } from '../authorize';
import { findEnvironment } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { defineVerb, type KeptCall, parseInput, refusing, type Verb } from '../define-verb';
import { serviceError } from '../errors';
import { segmentInForce } from '../items/read';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { countMembers, memberKey } from './members';
import { findSegment } from './segment-row';
import type { SegmentMembersView } from './types';

const BATCH = 500;
const MOST_MEMBERS = 1_000_000;
/** So close to the limit, every batch counts under its own lock. */
const TIGHT = 100_000;

const input = segmentMembersSchema.extend({ key: keySchema, environment: keySchema });
const batchInput = z.strictObject({
  key: keySchema,
  environment: keySchema,
  subjects: z.array(subjectKeySchema).max(BATCH),
  room: z.int(),
  comment: commentSchema.optional(),
});
type BatchInput = z.output<typeof batchInput>;

/** The subjects of a batch that are not yet what they should be. */
async function differing(tx: WriteContext, environment: EnvironmentRow, batch: BatchInput, adding: boolean) {
  const keyOf = (subject: string): string => memberKey(batch.key, subject);
  const found = await tx.db.item.findMany({
    where: { environmentId: environment.id, kind: 'member', key: { in: batch.subjects.map(keyOf) }, toNumber: null },
    select: { key: true },
  });
  const members = new Set(found.map(({ key }) => key));
  return [...new Set(batch.subjects)].filter((subject) => members.has(keyOf(subject)) !== adding);
}

async function assertRoom(tx: WriteContext, environment: EnvironmentRow, batch: BatchInput, added: number) {
  const room = batch.room > TIGHT ? batch.room : MOST_MEMBERS - (await countMembers(tx.db, environment.id, batch.key));
  if (added > room) throw serviceError('refused', 'members_limit', { params: { limit: MOST_MEMBERS } });
}

async function changeBatch(tx: WriteContext, batch: BatchInput, adding: boolean): Promise<number> {
  const environment = tx.environment(batch.environment);
  await findSegment(tx.db, tx.scope.projectId, batch.key);
  const subjects = await differing(tx, environment, batch, adding);
  if (subjects.length === 0) return 0;
  if (adding) await assertRoom(tx, environment, batch, subjects.length);
  for (const subject of subjects) {
    const key = memberKey(batch.key, subject);
    if (adding) tx.items.put(environment.id, 'member', key, { v: 1 });
    else tx.items.close(environment.id, 'member', key);
  }
  const list = { segment: batch.key, members: subjects };
  const detail = adding ? { after: list } : { before: list };
  const action = adding ? 'segment.addMembers' : 'segment.removeMembers';
  tx.audit({ action, environment: environment.key, ...detail, comment: batch.comment });
  return subjects.length;
}

/**
 * Declares adding or removing members: in batches, the environment's lock released between them, so that a long list
 * holds nobody up. Idempotent: only differences are written, and a list that broke off may be sent again.
 */
export function defineMemberChange(
  verbName: string,
  adding: boolean,
): Verb<typeof input, SegmentMembersView, ProjectScope> & KeptCall {
  const change = defineVerb({
    verbName,
    input: batchInput,
    permission: 'segment.edit',
    locks: ({ environment }) => ({ environments: [environment] }),
    reaches: (tx, { environment }) => [tx.environment(environment)],
    comment: ({ comment }) => comment,
    run: (tx, batch) => changeBatch(tx, batch, adding),
  });
  const verb = async (ctx: ServiceContext, raw: unknown): Promise<SegmentMembersView> => {
    const { input: asked, wish } = takeWish(raw);
    const { subjects, ...place } = await refusing(ctx, verbName, async () => {
      authorize(ctx, 'segment.edit', []);
      return parseInput(input, asked);
    });
    const { id } = await findEnvironment(ctx.db, ctx.scope.projectId, place.environment);
    await findSegment(ctx.db, ctx.scope.projectId, place.key);
    let room = adding ? MOST_MEMBERS - (await countMembers(ctx.db, id, place.key)) : MOST_MEMBERS;
    let changed = 0;
    // How much room there is will be another matter once it is approved: zero counts then.
    const keep = (batch: unknown): unknown => ({ ...batchInput.parse(batch), room: 0 });
    await holdBatches(ctx, { comment: place.comment, group: wish.group, keep }, async (attempt) => {
      for (let start = 0; start < subjects.length; start += BATCH) {
        const batch = { ...place, room, subjects: subjects.slice(start, start + BATCH), ...asWished(wish) };
        const count = (await attempt((each) => change(each, batch))) ?? 0;
        changed += count;
        room -= count;
      }
    });
    const { version } = await segmentInForce(ctx.db, id, place.key);
    return { memberCount: await countMembers(ctx.db, id, place.key), changed, version };
  };
  const { locksOf, reachedBy, permissionFor, within } = change;
  const kept = { locksOf, reachedBy, permissionFor, within };
  return Object.assign(verb, { verbName, input, permission: 'segment.edit' as const, kind: 'write' as const, ...kept });
}
