#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { cliDefaults, env } from '@/lib/env';
import { withInstallation } from '@/lib/runtime-operator';
import { createSecrets } from '@/lib/services/secrets';
import { run } from './run';

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
  readFile: (path) => readFile(path, 'utf8'),
  fetch: (url, init) => fetch(url, init),
  withInstallation: (work) => withInstallation(work),
  secrets: () => createSecrets(env().encryptionKeys.map(({ id, key }) => ({ id, bytes: key }))),
  defaults: cliDefaults,
});
