import type { z } from 'zod';
import type { Permission } from '@/lib/permissions/table';
import type { InstallationScope, ProjectScope, Scope, ServiceContext, TenantScope } from '@/lib/services/context';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** What a route needs of a verb. */
export interface HttpVerb<S extends Scope> {
  (ctx: ServiceContext<S>, input: unknown): Promise<unknown>;
  readonly input: z.ZodType;
  /** Dotted, such as `flags.create`: the operation's id in the documentation. */
  readonly verbName: string;
  readonly permission?: Permission;
}

export interface OperationOptions {
  /** One line for the reader of the documentation. */
  summary: string;
  description?: string;
  /** What a success holds; absent: 204 without a body. */
  answer?: z.ZodType;
  /** 201 and a `Location` below the path, made of this field of the answer. */
  created?: string;
  /** Names of the input for parameters of the path that are called otherwise there. */
  params?: Readonly<Record<string, string>>;
  /** Fields of the input that a write takes from the query; a GET takes all that are not in its path. */
  query?: readonly string[];
  /** The answer as comma-separated values, for who asks for it with `?format=csv` or `Accept: text/csv`. */
  csv?: (answer: unknown) => string;
  /** A body to show. */
  example?: Readonly<Record<string, unknown>>;
}

export type Operation =
  | ({ scope: 'project'; verb: HttpVerb<ProjectScope> } & OperationOptions)
  | ({ scope: 'tenant'; verb: HttpVerb<TenantScope> } & OperationOptions)
  | ({ scope: 'installation'; verb: HttpVerb<InstallationScope> } & OperationOptions);

/** A verb of one project: the path's `{project}` is resolved to the scope before it runs. */
export const inProject = (verb: HttpVerb<ProjectScope>, options: OperationOptions): Operation => ({
  scope: 'project',
  verb,
  ...options,
});

/** A verb of one tenant: the path's `{project}` and `{tenant}` are resolved to the scope before it runs. */
export const inTenant = (verb: HttpVerb<TenantScope>, options: OperationOptions): Operation => ({
  scope: 'tenant',
  verb,
  ...options,
});

/** A verb of the installation: users, roles and the projects themselves. */
export const inInstallation = (verb: HttpVerb<InstallationScope>, options: OperationOptions): Operation => ({
  scope: 'installation',
  verb,
  ...options,
});
