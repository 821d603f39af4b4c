import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingPlatforms } from './support/lock-file.mjs';

test('the lock file holds the packages of every platform, so that npm ci takes it anywhere', () => {
  expect(missingPlatforms(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
});

test('a package of another platform that is left out is found, with what its name says', () => {
  const packages = {
    'node_modules/tool': { version: '1.0.0', dev: true, optionalDependencies: { '@tool/linux-x64-musl': '1.0.0' } },
    'node_modules/other': { version: '2.0.0', optionalDependencies: { '@other/win32-ia32-msvc': '2.0.0' } },
    'node_modules/whole': { version: '3.0.0', optionalDependencies: { '@whole/darwin-arm64': '3.0.0' } },
    'node_modules/@whole/darwin-arm64': { version: '3.0.0' },
  };
  expect(missingPlatforms({ packages })).toEqual([
    [
      'node_modules/@tool/linux-x64-musl',
      { version: '1.0.0', cpu: ['x64'], os: ['linux'], libc: ['musl'], dev: true, optional: true },
    ],
    ['node_modules/@other/win32-ia32-msvc', { version: '2.0.0', cpu: ['ia32'], os: ['win32'], optional: true }],
  ]);
});
