import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../support/server';

const ROOT = path.join(import.meta.dirname, '..', '..');
const APP = path.join(import.meta.dirname, 'gated-app');

export interface GatedApp {
  url: string;
  stop(): Promise<void>;
}

/** Runs a script of this project; answers the running process and what it printed so far. */
function runScript(args: string[], env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  const chunks: string[] = [];
  child.stdout?.on('data', (data: Buffer) => chunks.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => chunks.push(data.toString()));
  return { child, output: () => chunks.join('') };
}

async function toItsEnd(...args: string[]): Promise<void> {
  const { child, output } = runScript(args, {});
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}:\n${output()}`);
}

/** Builds the packages and a Next application that uses them as they are published, and starts it. */
export async function startGatedApp(env: { FLAGS_URL: string; FLAGS_KEY: string }): Promise<GatedApp> {
  await toItsEnd('scripts/build-package.mjs', 'sdk/next');
  await toItsEnd('node_modules/next/dist/bin/next', 'build', APP);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['node_modules/next/dist/bin/next', 'start', APP, '-p', String(port), '-H', '127.0.0.1'];
  const { child, output } = runScript(args, env);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  const deadline = Date.now() + 30_000;
  while (!(await fetch(url).catch(() => null))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the application did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop };
}
