import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { freePort, launchServer } from './server';

export interface Demo {
  pid: number;
  /** What it told whoever started it. */
  address: string;
  email: string;
  password: string;
  curl: string;
  /** Milliseconds from its start until it was healthy. */
  took: number;
  /** What it wrote after telling how to get in. */
  saidSince(): string;
  end(): Promise<void>;
}

export interface DemoPlace {
  port: number;
  dataDir: string;
  remove(): void;
}

/** A port and an empty folder. */
export async function demoPlace(): Promise<DemoPlace> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'flagstaff-demo-'));
  return { port: await freePort(), dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

function read(output: string, pattern: RegExp): string {
  const found = pattern.exec(output)?.[1];
  if (found === undefined) throw new Error(`the demo did not say ${pattern}:\n${output}`);
  return found;
}

/** Starts the demo as its command does once everything is built, and reads what it prints. */
export async function startDemo({ port, dataDir }: DemoPlace): Promise<Demo> {
  const start = performance.now();
  const env = { FLAGSTAFF_DEMO: '1', FLAGSTAFF_DATA_DIR: dataDir, PORT: String(port) };
  const { pid, output, end } = await launchServer(`http://localhost:${port}`, env);
  const took = performance.now() - start;
  await expect.poll(output).toMatch(/^ +-d '.*'$/m);
  const printed = output();
  return {
    pid,
    took,
    saidSince: () => output().slice(printed.length),
    address: read(printed, /^ {2}Dashboard +(\S+)$/m),
    email: read(printed, /^ {2}Sign in +(\S+) +\S+$/m),
    password: read(printed, /^ {2}Sign in +\S+ +(\S+)$/m),
    curl: read(printed, /^ {2}Try it +(curl .*(?:\n +-.*)*)/m),
    end: () => end(),
  };
}

/** What a command line prints when it is pasted into a shell. */
export async function runInShell(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-c', command]);
  return stdout;
}
