import type { z } from 'zod';
import { issuesOf } from '@/lib/schemas/issues';
import type { Permission } from '@/lib/permissions/table';
import { authorize, authorizeView } from './authorize';
import type { ProjectScope, Scope, ServiceContext } from './context';
import { asServiceError, serviceError } from './errors';
import { recordRefusal } from './attempts/record';
import { transaction, type EnvironmentRow, type Locks, type WriteContext } from './transaction';

interface Declared<I extends z.ZodType> {
  /** Dotted, such as `flags.create`; also the audit's action. */
  verbName: string;
  input: I;
  permission: Permission;
}
export interface WriteDeclaration<I extends z.ZodType, O, S extends Scope> extends Declared<I> {
  locks: (input: z.output<I>) => Locks;
  /** The locked environments whose answers this write can change; read under the lock, so that it stays true. */
  reaches: (tx: WriteContext<S>, input: z.output<I>) => Promise<readonly EnvironmentRow[]> | readonly EnvironmentRow[];
  /** Environments that want a comment look here. */
  comment?: (input: z.output<I>) => string | undefined;
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

function parse<I extends z.ZodType>(schema: I, input: unknown): z.output<I> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw serviceError('invalid', 'invalid', { issues: issuesOf(parsed.error) });
}

async function refusing<T>(ctx: ServiceContext<Scope>, action: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (asServiceError(thrown)?.kind === 'forbidden') await recordRefusal(ctx, action);
    throw thrown;
  }
}

/** Declares a write. Its route and its action are derived from it, so that they cannot differ. */
export function defineVerb<I extends z.ZodType, O, S extends Scope = ProjectScope>(
  declared: WriteDeclaration<I, O, S>,
): Verb<I, O, S> {
  const { verbName, input: schema, permission } = declared;
  const verb = (ctx: ServiceContext<S>, raw: unknown): Promise<O> =>
    refusing(ctx, verbName, async () => {
      authorize(ctx, permission, []);
      const input = parse(schema, raw);
      const body = async (tx: WriteContext<S>): Promise<O> => {
        const reached = await declared.reaches(tx, input);
        authorize(ctx, permission, reached);
        if (reached.some((row) => row.requireComment) && !declared.comment?.(input)?.trim()) {
          throw serviceError('refused', 'comment_required');
        }
        return declared.run(tx, input);
      };
      return transaction(ctx, declared.locks(input), body);
    });
  return Object.assign(verb, { verbName, input: schema, permission, kind: 'write' as const });
}

/** Declares a read. */
export function defineRead<I extends z.ZodType, O, S extends Scope = ProjectScope>(
  declared: ReadDeclaration<I, O, S>,
): Verb<I, O, S> {
  const { verbName, input: schema, permission } = declared;
  const verb = (ctx: ServiceContext<S>, raw: unknown): Promise<O> =>
    refusing(ctx, verbName, async () => {
      authorizeView(ctx, permission);
      return declared.run(ctx, parse(schema, raw));
    });
  return Object.assign(verb, { verbName, input: schema, permission, kind: 'read' as const });
}
