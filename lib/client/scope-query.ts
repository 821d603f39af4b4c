/** What every link inside a project keeps: the environment and the scope, as `?env=…&tenant=…`, or nothing. */
export function scopeQuery({ env, tenant }: { env?: string | null; tenant?: string | null }): string {
  const query = new URLSearchParams();
  if (env) query.set('env', env);
  if (tenant) query.set('tenant', tenant);
  return query.size > 0 ? `?${query}` : '';
}
