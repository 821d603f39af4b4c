/** An answer of the admin API: never cached, never sniffed, always traceable. Status 204 has no body. */
export function jsonAnswer(
  status: number,
  body: unknown,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': requestId };
  if (status === 204) return new Response(null, { status, headers: { ...common, ...headers } });
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...common, ...headers },
  });
}
