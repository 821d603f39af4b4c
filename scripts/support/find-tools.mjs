// What the tests need beside npm: PostgreSQL, Redis, Chromium and curl, from the machine or from Debian's packages.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installPackages, UNPACKED, unpackedFolders, unpackPackages } from './install-packages.mjs';

/** @typedef {{ name: string, package: string, programs: string[] }} Tool */

/** @type {Tool[]} */
const TOOLS = [
  { name: 'PostgreSQL', package: 'postgresql', programs: ['initdb'] },
  { name: 'Redis', package: 'redis-server', programs: ['redis-server', 'valkey-server'] },
  {
    name: 'Chromium',
    package: 'chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  },
  { name: 'curl', package: 'curl', programs: ['curl'] },
];

/** Debian keeps each PostgreSQL in a folder of its version. @param {string} folder */
const versionsOf = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [];

/** @returns {string[]} */
function searchFolders() {
  const { programs, postgres } = unpackedFolders(UNPACKED);
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...path, '/usr/sbin', ...versionsOf('/usr/lib/postgresql'), ...programs, ...versionsOf(postgres)];
}

/** @param {Tool} tool @param {string[]} folders @returns {string | undefined} the path of its program */
export function findTool(tool, folders = searchFolders()) {
  for (const program of tool.programs) {
    const folder = folders.find((candidate) => existsSync(join(candidate, program)));
    if (folder !== undefined) return join(folder, program);
  }
  return undefined;
}

/**
 * Installs what is missing, without rights by unpacking it for this user. Answers the environment in which all are
 * found. Throws if something stays missing: a tier that cannot run has failed.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function requireTools() {
  const missing = () => TOOLS.filter((tool) => findTool(tool) === undefined);
  const packages = missing().map((tool) => tool.package);
  if (packages.length > 0) {
    console.log(`Installing ${packages.join(', ')}`);
    if (!(await installPackages(packages))) await unpackPackages(packages, UNPACKED);
  }
  const lacking = missing().map((tool) => `${tool.name} (${tool.package})`);
  if (lacking.length > 0) throw new Error(`these are missing and could not be installed: ${lacking.join(', ')}`);
  return environmentOf(TOOLS.map((tool) => findTool(tool) ?? ''));
}

/** @param {string[]} paths of PostgreSQL, Redis, Chromium and curl @returns {NodeJS.ProcessEnv} */
function environmentOf([postgres = '', redis = '', chromium = '', curl = '']) {
  const folders = new Set([
    ...(process.env.PATH ?? '').split(delimiter),
    dirname(postgres),
    dirname(redis),
    dirname(curl),
  ]);
  const isUnpacked = [postgres, redis, chromium, curl].some((path) => path.startsWith(UNPACKED));
  const libraries = [process.env.LD_LIBRARY_PATH ?? '', ...(isUnpacked ? unpackedFolders(UNPACKED).libraries : [])];
  return {
    PATH: [...folders].join(delimiter),
    CHROMIUM_PATH: chromium,
    REDIS_SERVER_PATH: redis,
    ...(isUnpacked ? { LD_LIBRARY_PATH: libraries.filter((folder) => folder !== '').join(delimiter) } : {}),
  };
}
