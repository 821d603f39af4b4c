import { createServer } from 'node:http';

export interface BulkServer {
  url: string;
  /** What each flag answers from now on. */
  flags: Record<string, boolean>;
  /** The contexts and headers that were sent, oldest first. */
  asked: { context: Record<string, unknown>; headers: NodeJS.Dict<string | string[]> }[];
  /** The status of every answer from now on. */
  status: number;
  close(): Promise<void>;
}

/** Answers all flags over OFREP on a port of its own, as a server of ours does. */
export async function bulkServer(flags: Record<string, boolean>): Promise<BulkServer> {
  const served: Pick<BulkServer, 'flags' | 'asked' | 'status'> = { flags, asked: [], status: 200 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { context } = JSON.parse(Buffer.concat(chunks).toString());
    served.asked.push({ context, headers: request.headers });
    response.writeHead(served.status, { 'content-type': 'application/json' });
    const answers = Object.entries(served.flags).map(([key, value]) => ({
      key,
      value,
      variant: value ? 'on' : 'off',
      reason: 'STATIC',
    }));
    response.end(JSON.stringify({ flags: answers }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(served, { url: `http://127.0.0.1:${port}`, close });
}
