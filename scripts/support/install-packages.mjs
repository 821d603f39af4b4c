import { mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Where packages are unpacked when they cannot be installed. */
export const UNPACKED = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'flagstaff-tools');

/** Installs Debian packages, as root or through sudo without a password. @param {string[]} packages @returns {Promise<boolean>} */
export async function installPackages(packages) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  /** @param {string[]} words */
  const apt = async (...words) => {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...words];
    return (await run(command, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } }).catch(() => 1)) === 0;
  };
  await apt('update', '-q');
  return apt('install', '-y', '-q', '--no-install-recommends', ...packages);
}

/**
 * Downloads Debian packages and what they need, and unpacks them below a folder of this user's: needs no rights.
 * @param {string[]} packages @param {string} folder @param {string[]} [more] further options of apt-get
 * @returns {Promise<boolean>}
 */
export async function unpackPackages(packages, folder, more = []) {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'root']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  const settings = {
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::Cache': join(folder, 'cache'),
    'APT::Sandbox::User': '',
    'Debug::NoLocking': '1',
  };
  const options = [...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]), ...more];
  /** @param {string[]} words */
  const apt = async (...words) => (await run('apt-get', [...options, ...words]).catch(() => 1)) === 0;
  if (!(await apt('update', '-q'))) return false;
  if (!(await apt('install', '-y', '-q', '--download-only', '--no-install-recommends', ...packages))) return false;
  const archives = join(folder, 'cache', 'archives');
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    if ((await run('dpkg-deb', ['-x', join(archives, file), join(folder, 'root')])) !== 0) return false;
  }
  return true;
}

/** Where programs and libraries of unpacked packages lie. @param {string} folder */
export function unpackedFolders(folder) {
  const usr = join(folder, 'root', 'usr');
  const architecture = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  return {
    // Before `usr/bin`, whose `chromium` is a script that looks for the installed one.
    programs: [join(usr, 'lib', 'chromium'), join(usr, 'bin'), join(usr, 'sbin')],
    postgres: join(usr, 'lib', 'postgresql'),
    libraries: [join(usr, 'lib', architecture), join(folder, 'root', 'lib', architecture)],
  };
}
