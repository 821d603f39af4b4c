// What the tests need beside npm: PostgreSQL, Redis and Chromium, from the machine or from Debian's packages.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** @param {string} folder @returns {string[]} */
const debianPostgres = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [];

/** @type {{ name: string, package: string, programs: string[], folders?: () => string[] }[]} */
export const TOOLS = [
  {
    name: 'PostgreSQL',
    package: 'postgresql',
    programs: ['initdb'],
    folders: () => debianPostgres('/usr/lib/postgresql'),
  },
  { name: 'Redis', package: 'redis-server', programs: ['redis-server', 'valkey-server'] },
  {
    name: 'Chromium',
    package: 'chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  },
];

/** @param {{ programs: string[], folders?: () => string[] }} tool @returns {string | undefined} the path of its program */
export function findTool(tool, path = process.env.PATH ?? '') {
  const folders = [...path.split(delimiter), '/usr/sbin', ...(tool.folders?.() ?? [])];
  for (const program of tool.programs) {
    const folder = folders.find((candidate) => candidate !== '' && existsSync(join(candidate, program)));
    if (folder !== undefined) return join(folder, program);
  }
  return undefined;
}

/**
 * Installs what is missing with apt-get, and answers the paths by name. Exits if something stays missing: a tier that
 * cannot run has failed.
 * @returns {Promise<Record<string, string>>}
 */
export async function requireTools() {
  const missing = TOOLS.filter((tool) => findTool(tool) === undefined);
  if (missing.length > 0) await install(missing.map((tool) => tool.package));
  const found = TOOLS.map((tool) => ({ tool, path: findTool(tool) }));
  const lacking = found.filter(({ path }) => path === undefined).map(({ tool }) => `${tool.name} (${tool.package})`);
  if (lacking.length > 0) throw new Error(`these are missing and could not be installed: ${lacking.join(', ')}`);
  return Object.fromEntries(found.map(({ tool, path }) => [tool.name, path ?? '']));
}

/** @param {string[]} packages */
async function install(packages) {
  console.log(`Installing ${packages.join(', ')}`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  /** @param {string[]} words */
  const apt = async (...words) => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...words];
    return run(command, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } }).catch(() => 1);
  };
  await apt('update', '-q');
  await apt('install', '-y', '-q', '--no-install-recommends', ...packages);
}
