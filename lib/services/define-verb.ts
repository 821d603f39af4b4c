import type { z } from 'zod';
import { issuesOf } from '@/lib/schemas/issues';
import type { Permission } from '@/lib/permissions/table';
import { authorize, authorizeAnywhere, authorizeMember, authorizeView } from './authorize';
import type { ProjectScope, Scope, ServiceContext } from './context';
import { asServiceError, serviceError } from './errors';
import { holdChange } from './approvals/hold';
import { boundBy, ruleOn } from './approvals/policy';
import { NO_WISH, takeWish, type Wish } from './approvals/wish';
import { recordRefusal } from './attempts/record';
import type { AuditDraft } from './audit/draft';
import { refusalOfChange } from './refuse-change';
import { transaction, type EnvironmentRow, type Locks, type WriteContext } from './transaction';

interface Declared<I extends z.ZodType> {
  /** Dotted, such as `flags.create`; also the audit's action. */
  verbName: string;
  input: I;
  permission: Permission;
  /** The permission held in any project opens it; `run` or `reaches` looks at the project itself. */
  anywhere?: boolean;
}
export interface WriteDeclaration<I extends z.ZodType, O, S extends Scope> extends Declared<I> {
  /** Where the permission depends on what is asked: a kill is not an edit, a dry run is a read. */
  permissionOf?: (input: z.output<I>) => Permission;
  locks: (input: z.output<I>) => Locks;
  /** The locked environments whose answers this write can change; read under the lock, so that it stays true. */
  reaches: (tx: WriteContext<S>, input: z.output<I>) => Promise<readonly EnvironmentRow[]> | readonly EnvironmentRow[];
  /** Environments that want a comment look here. */
  comment?: (input: z.output<I>) => string | undefined;
  /** Whether environments let it pass without comment and approvals: an emergency stop. */
  isCommentFree?: (input: z.output<I>) => boolean;
  /** False for what must not wait for approval: a leaked secret is renewed at once. */
  waits?: false;
  /** Whether it lets the clock change what it reaches later: it is approved as a whole, now, though it writes no item. */
  bindsLater?: (input: z.output<I>) => boolean;
  run: (tx: WriteContext<S>, input: z.output<I>) => Promise<O>;
}
export interface ReadDeclaration<I extends z.ZodType, O, S extends Scope> extends Declared<I> {
  run: (ctx: ServiceContext<S>, input: z.output<I>) => Promise<O>;
}
/** A verb of the product: takes anything, parses it, authorises it, does it. */
export interface Verb<I extends z.ZodType, O, S extends Scope> extends Declared<I> {
  (ctx: ServiceContext<S>, input: unknown): Promise<O>;
  readonly kind: 'read' | 'write';
}
/** A call of a verb that can be kept, and made later together with others in one transaction. */
export interface KeptCall<S extends Scope = ProjectScope, O = unknown> {
  /** What it locks. Throws `invalid` for an input of a wrong shape. */
  locksOf(raw: unknown): Locks;
  /** The keys of the environments it reaches, under its locks. */
  reachedBy(tx: WriteContext<S>, raw: unknown): Promise<string[]>;
  /** What it needs, which may depend on what is asked. */
  permissionFor(raw: unknown): Permission;
  /** Does it under its locks. That it may be done is for the caller to know. */
  within(tx: WriteContext<S>, raw: unknown): Promise<O>;
}
export interface WriteVerb<I extends z.ZodType, O, S extends Scope> extends Verb<I, O, S>, KeptCall<S, O> {
  readonly kind: 'write';
}

const has = (input: unknown, name: string): boolean =>
  typeof input === 'object' && input !== null && Object.hasOwn(input, name);

/** Parses an input or throws `invalid` with what is wrong with its shape. */
export function parseInput<I extends z.ZodType>(schema: I, input: unknown): z.output<I> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = issuesOf(parsed.error);
  const isVersionless = issues.length === 1 && issues[0]?.path === 'version' && !has(input, 'version');
  throw serviceError('invalid', isVersionless ? 'version_required' : 'invalid', { issues });
}

/** Notes refusals, and words those of changes as the service does; for verbs that are made of several transactions. */
export async function refusing<T>(ctx: ServiceContext<Scope>, action: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (asServiceError(thrown)?.kind === 'forbidden') await recordRefusal(ctx, action);
    throw refusalOfChange(thrown);
  }
}

function sayBypassed<S extends Scope>(
  tx: WriteContext<S>,
  verb: string,
  bound: readonly EnvironmentRow[],
  comment: string | undefined,
): void {
  for (const { id, key } of bound) {
    tx.audit({ action: 'approval.bypass', environment: key, after: { verb }, comment });
    tx.event('approval.bypass', id, { verb });
  }
}

function requireComment(reached: readonly EnvironmentRow[], comment: string | undefined): void {
  if (reached.some((row) => row.requireComment) && !comment?.trim()) throw serviceError('refused', 'comment_required');
}

/** What a write would have done, had it not to wait for approval: thrown to take all of it back. */
class Held extends Error {
  override name = 'Held';
  constructor(
    readonly reached: readonly EnvironmentRow[],
    readonly drafts: readonly AuditDraft[],
    readonly result: unknown,
  ) {
    super('held');
  }
}

/** Declares a write. Its route and its action are derived from it, so that they cannot differ. */
export function defineVerb<I extends z.ZodType, O, S extends Scope = ProjectScope>(
  declared: WriteDeclaration<I, O, S>,
): WriteVerb<I, O, S> {
  const { verbName, input: schema, permission, permissionOf, anywhere } = declared;
  const open = (ctx: ServiceContext<S>): void => {
    if (permissionOf) authorizeMember(ctx);
    // Those ask for one project in `reaches`: here a stranger would be told 403 instead of 404.
    else if (!anywhere) authorize(ctx, permission, []);
  };
  const write = async (tx: WriteContext<S>, input: z.output<I>, wish: Wish): Promise<O> => {
    const reached = await declared.reaches(tx, input);
    const comment = declared.comment?.(input);
    const isCommentFree = declared.isCommentFree?.(input) ?? false;
    const needed = permissionOf?.(input) ?? permission;
    const canWait = !isCommentFree && declared.waits !== false;
    // What cannot wait cannot be asked for: whoever may not do it may not do it by asking either.
    const asked = { ...wish, request: wish.request && canWait };
    const ruling = anywhere ? 'now' : ruleOn(tx, { permission: needed, reached, wish: asked, comment });
    if (!isCommentFree) requireComment(reached, comment);
    const drafts: AuditDraft[] = [];
    const audit = (draft: AuditDraft): void => {
      drafts.push(draft);
      tx.audit(draft);
    };
    const result = await declared.run({ ...tx, audit }, input);
    if (tx.approval || !canWait) return result;
    const bound = boundBy(reached, declared.bindsLater?.(input) ? null : tx.items.touched());
    if (bound.length > 0 && ruling === 'bypassing') sayBypassed(tx, verbName, bound, comment);
    const mustWait = ruling === 'requested' || (bound.length > 0 && ruling === 'now');
    // It was done to be looked at: what is wrong with it is said now, and not when it is applied.
    if (mustWait) throw new Held(reached, drafts, result);
    return result;
  };
  const verb = (ctx: ServiceContext<S>, raw: unknown): Promise<O> =>
    refusing(ctx, verbName, async () => {
      open(ctx);
      const { input: asked, wish } = takeWish(raw);
      const input = parseInput(schema, asked);
      if (permissionOf) authorize(ctx, permissionOf(input), []);
      try {
        return await transaction(ctx, declared.locks(input), (tx) => write(tx, input, wish));
      } catch (thrown) {
        if (!(thrown instanceof Error && thrown.name === 'Held')) throw thrown;
        const { reached, drafts, result } = thrown as Held;
        // Nothing differed, so there is nothing to ask for.
        if (drafts.length === 0) return result as O;
        const environments = reached.map(({ key }) => key);
        const held = { verb: verbName, input: asked, environments, drafts, comment: declared.comment?.(input) };
        if (ctx.holding) ctx.holding.push(held);
        const changeRequest = ctx.holding ? null : await holdChange(ctx, held, wish.group);
        throw serviceError('accepted', 'approval_pending', { accepted: { changeRequest } });
      }
    });
  const within = async (tx: WriteContext<S>, raw: unknown): Promise<O> => write(tx, parseInput(schema, raw), NO_WISH);
  const locksOf = (raw: unknown): Locks => declared.locks(parseInput(schema, raw));
  const reachedBy = async (tx: WriteContext<S>, raw: unknown): Promise<string[]> =>
    (await declared.reaches(tx, parseInput(schema, raw))).map(({ key }) => key);
  const permissionFor = (raw: unknown): Permission => permissionOf?.(parseInput(schema, raw)) ?? permission;
  const kept = { locksOf, reachedBy, permissionFor, within };
  return Object.assign(verb, { verbName, input: schema, permission, anywhere, kind: 'write' as const, ...kept });
}

/** Declares a read. */
export function defineRead<I extends z.ZodType, O, S extends Scope = ProjectScope>(
  declared: ReadDeclaration<I, O, S>,
): Verb<I, O, S> {
  const { verbName, input: schema, permission, anywhere } = declared;
  const verb = (ctx: ServiceContext<S>, raw: unknown): Promise<O> =>
    refusing(ctx, verbName, async () => {
      if (anywhere) authorizeAnywhere(ctx, permission);
      else authorizeView(ctx, permission);
      return declared.run(ctx, parseInput(schema, raw));
    });
  return Object.assign(verb, { verbName, input: schema, permission, anywhere, kind: 'read' as const });
}
