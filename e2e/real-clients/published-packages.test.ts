import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const execute = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '..', '..');
const NAMES = ['context', 'react', 'next'] as const;
/** What an application has installed beside them. */
const INSTALLED = ['@openfeature', '@types', 'bowser', 'next', 'react', 'react-dom', 'typescript'];

const APPLICATION = `
import { contextFromRequest, visitorOf, type FlagContext } from '@flagstaff/context';
import { createRequireFlag, makeSubjectProof } from '@flagstaff/next';
import { Feature, FlagstaffProvider } from '@flagstaff/react';
import { type EvaluationContext, OpenFeature } from '@openfeature/server-sdk';
import { createElement } from 'react';

const request = new Request('https://shop.example/');
const visitor: { id: string } = visitorOf(request, { newId: () => crypto.randomUUID(), now: new Date() });
const context: FlagContext = contextFromRequest(request, { visitor, proxy: { country: 'cf-ipcountry' } });
export const asked: EvaluationContext = context;
export const proof = makeSubjectProof({ secret: '', targetingKey: 'mira', expiresAt: new Date() });
export const requireFlag = createRequireFlag({ client: OpenFeature.getClient() });
export const GET = requireFlag('a', async (_request: Request, { params }: { params: Promise<{ id: string }> }) =>
  Response.json(await params),
);
const children = createElement(Feature, { flag: 'a', children: 'on' });
export const page = createElement(FlagstaffProvider, { url: '', clientKey: '', context, children });
`;

const application = mkdtempSync(path.join(tmpdir(), 'flagstaff-packages-'));
const packed = new Map<string, string[]>();

/** Packs a package and unpacks it where the application finds it. */
async function install(name: string): Promise<void> {
  await execute(process.execPath, ['scripts/build-package.mjs', `sdk/${name}`], { cwd: ROOT });
  const folder = path.join(application, 'node_modules', '@flagstaff', name);
  mkdirSync(folder, { recursive: true });
  const { stdout } = await execute('npm', ['pack', '--silent', '--pack-destination', application], {
    cwd: path.join(ROOT, 'sdk', name),
  });
  const archive = path.join(application, stdout.trim());
  await execute('tar', ['-xzf', archive, '-C', folder, '--strip-components', '1']);
  const { stdout: list } = await execute('tar', ['-tzf', archive]);
  packed.set(name, list.trim().split('\n').sort());
}

beforeAll(async () => {
  mkdirSync(path.join(application, 'node_modules'));
  for (const name of INSTALLED) {
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(application, 'node_modules', name));
  }
  for (const name of NAMES) await install(name);
  writeFileSync(path.join(application, 'package.json'), '{"type":"module"}');
}, 240_000);
afterAll(() => rmSync(application, { recursive: true, force: true }));

describe('the packages as they are published', () => {
  it.each(NAMES)('%s holds code, declarations, what to read and the licence, and nothing else', (name) => {
    const files = packed.get(name) ?? [];
    for (const file of ['README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts', 'dist/LICENSE']) {
      expect(files).toContain(`package/${file}`);
    }
    const others = files.filter(
      (file) => !/^package\/(README\.md|package\.json|dist\/(LICENSE|[\w-]+\.(js|d\.ts)))$/.test(file),
    );
    expect(others).toEqual([]);
    expect(files.filter((file) => file.includes('test'))).toEqual([]);
  });

  it('are loaded by Node as it is', async () => {
    const script = `
      import { contextFromRequest } from '@flagstaff/context';
      import { Feature, FlagstaffProvider } from '@flagstaff/react';
      const { targetingKey } = contextFromRequest(new Headers(), { subject: { targetingKey: 'mira' } });
      console.log(targetingKey, typeof Feature, typeof FlagstaffProvider);
    `;
    writeFileSync(path.join(application, 'load.mjs'), script);
    const { stdout } = await execute(process.execPath, ['load.mjs'], { cwd: application });
    expect(stdout).toBe('mira function function\n');
  });

  it('have types that a strict application can use with the resolution of Node', async () => {
    writeFileSync(path.join(application, 'application.ts'), APPLICATION);
    const compilerOptions = {
      ...{ module: 'nodenext', strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true },
      types: ['node', 'react'],
    };
    writeFileSync(
      path.join(application, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['application.ts'] }),
    );
    const check = execute(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], { cwd: application });
    const { stdout } = await check.catch(({ stdout: problems }: { stdout: string }) => ({ stdout: problems }));
    expect(stdout).toBe('');
  });
});
