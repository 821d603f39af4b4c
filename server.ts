import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import createNext from 'next';
import { runtime } from '@/lib/runtime';
import { createHttpServer, serverFolder } from '@/lib/runtime-server';
import type { Runtime } from '@/lib/runtime-shape';
import { startRuntime } from '@/lib/runtime-start';
import { demoLines, prepareDemo } from '@/prisma/seed/serve-demo';

/** In-flight requests have this long to end; container platforms kill after about ten seconds. */
const GRACE_MS = 6_000;

/** Says what is wrong in a line or a few: whoever reads it is starting a server, not debugging one. */
function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause instanceof Error) console.error(`  ${error.cause.message}`);
  process.exit(1);
}

function addressOf(server: Server, host: string): string {
  const address = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${address.port}`;
}

/** Stops accepting, lets requests end, writes what is buffered, closes. A second signal ends at once. */
function stopOnSignal(server: Server, own: Runtime, closeNext: () => Promise<void>, stopping: AbortController): void {
  const stop = async (): Promise<void> => {
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(late);
    await own.close();
    await closeNext().catch(() => {});
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop().catch(fail));
  }
}

async function main(): Promise<void> {
  const own = runtime();
  const { mode, host, port } = own.env;
  const stopping = new AbortController();
  const next = createNext({ dev: mode === 'development', dir: serverFolder() });
  await Promise.all([startRuntime(own, stopping.signal, fail), next.prepare()]);
  if (own.env.runsJobs) own.jobs.start();
  const handle = next.getRequestHandler();
  const server = createHttpServer(own, (request, response) => handle(request, response));
  stopOnSignal(server, own, () => next.close(), stopping);
  if (mode === 'development') {
    const upgrade = next.getUpgradeHandler();
    server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head).catch(() => socket.destroy()));
  }
  server.on('error', fail);
  const access = mode === 'demo' ? await prepareDemo(own) : null;
  server.listen(port, host, () => {
    const address = addressOf(server, host);
    console.log(`Flagstaff is ready at ${address}`);
    if (access) console.log(demoLines(address, access));
  });
}

main().catch(fail);
