/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry */
/** @typedef {{ packages: Record<string, Entry> }} Lock */

const CPUS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];

/** The path under which npm finds `name` for the package at `path`, or undefined. @param {Lock} lock @param {string} path @param {string} name */
function placeOf(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock.packages[place]) return place;
    if (!folder.includes('/node_modules/'))
      return lock.packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
  }
}

/** What a native package of one platform says of itself, read from its name. @param {string} name @returns {Entry} */
function platformOf(name) {
  const words = name.replace(/^.*\//, '').split(/[-.]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = CPUS.filter((one) => words.includes(one) || (one === 'arm' && words.includes('armv7')));
  if (cpu.length === 0 || (os.length === 0 && !cpu.includes('wasm32'))) throw new Error(`unknown platform: ${name}`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return { cpu, ...(os.length > 0 ? { os } : {}), ...(libc.length > 0 ? { libc } : {}) };
}

/**
 * Packages of other platforms that the lock file does not hold: a registry that lacks them makes npm leave them out,
 * and then refuse the lock file.
 * @param {Lock} lock @returns {[place: string, entry: Entry][]}
 */
export function missingPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => placeOf(lock, path, name) === undefined)
      .map(([name, version]) => {
        /** @type {Entry} */
        const entry = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
        return /** @type {[string, Entry]} */ ([`node_modules/${name}`, entry]);
      }),
  );
}
