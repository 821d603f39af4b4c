import type { z } from 'zod';
import { issuesOf } from '@/lib/schemas/issues';
import type { Permission } from '@/lib/permissions/table';
import { authorize, authorizeAnywhere, authorizeMember, authorizeView } from './authorize';
import type { ProjectScope, Scope, ServiceContext } from './context';
import { asServiceError, serviceError } from './errors';
import { recordRefusal } from './attempts/record';
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
  /** Whether those environments let it pass without one: an emergency stop. */
  isCommentFree?: (input: z.output<I>) => boolean;
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

function requireComment(reached: readonly EnvironmentRow[], comment: string | undefined): void {
  if (reached.some((row) => row.requireComment) && !comment?.trim()) throw serviceError('refused', 'comment_required');
}

/** Declares a write. Its route and its action are derived from it, so that they cannot differ. */
export function defineVerb<I extends z.ZodType, O, S extends Scope = ProjectScope>(
  declared: WriteDeclaration<I, O, S>,
): Verb<I, O, S> {
  const { verbName, input: schema, permission, permissionOf, anywhere } = declared;
  const open = (ctx: ServiceContext<S>): void => {
    if (permissionOf) authorizeMember(ctx);
    // Those ask for one project in `reaches`: here a stranger would be told 403 instead of 404.
    else if (!anywhere) authorize(ctx, permission, []);
  };
  const verb = (ctx: ServiceContext<S>, raw: unknown): Promise<O> =>
    refusing(ctx, verbName, async () => {
      open(ctx);
      const input = parseInput(schema, raw);
      const needed = permissionOf?.(input) ?? permission;
      if (permissionOf) authorize(ctx, needed, []);
      return transaction(ctx, declared.locks(input), async (tx) => {
        const reached = await declared.reaches(tx, input);
        if (!anywhere) authorize(ctx, needed, reached);
        if (!declared.isCommentFree?.(input)) requireComment(reached, declared.comment?.(input));
        return declared.run(tx, input);
      });
    });
  return Object.assign(verb, { verbName, input: schema, permission, anywhere, kind: 'write' as const });
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
