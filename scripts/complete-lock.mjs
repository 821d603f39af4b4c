// node scripts/complete-lock.mjs: `npm install` leaves optional packages of other platforms out of the lock file when
// its registry does not offer them, and `npm ci` then calls the file out of sync. This adds their entries: a platform
// that needs one fetches it by name and version, every other passes over it.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const OS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'sunos', 'netbsd', 'openbsd'];
/** @type {[RegExp, string][]} */
const CPU = [
  [/arm64|aarch64/, 'arm64'],
  [/\barm|armv7/, 'arm'],
  [/x64|x86_64/, 'x64'],
  [/ia32/, 'ia32'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/loong64/, 'loong64'],
  [/mips64el/, 'mips64el'],
  [/wasm32|wasi/, 'wasm32'],
];

/** @param {string} name */
function platformOf(name) {
  const tail = name.split('/').at(-1) ?? name;
  const os = OS.filter((each) => tail.includes(each));
  const cpu = CPU.find(([pattern]) => pattern.test(tail))?.[1];
  return { ...(cpu && { cpu: [cpu] }), ...(os.length > 0 && { os }) };
}

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

/** @type {Lock} */
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
    if (path === '' || places.some((place) => place in lock.packages)) continue;
    if (!/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    added += 1;
  }
}
const [root, ...rest] = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(root ? [root, ...rest] : rest);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
