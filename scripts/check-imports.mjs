// npm run check-imports [-- <root>]: holds the sources to the import table. Prints each violation; exits 1 if any.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import {
  ENVIRONMENT_READERS,
  GENERATED,
  PACKAGE_ENTRY,
  PRISMA_LAYERS,
  STATE_HOLDERS,
  TABLE,
} from './support/import-table.mjs';
import { readImports, withoutComments, withoutTemplates } from './support/read-imports.mjs';
import { filesBelow } from './support/sources.mjs';

/** @typedef {import('./support/import-table.mjs').Row} Row */
/** @typedef {import('./support/read-imports.mjs').Import} Import */
/** @typedef {{ path: string, row: Row | undefined, source: string, imports: (Import & { path: string | null })[] }} File */

const root = process.argv[2] ?? '.';
const ROOTS = [
  'app',
  'cli',
  'components',
  'i18n',
  'instrumentation.ts',
  'lib',
  'messages',
  'prisma/seed',
  'proxy.ts',
  'sdk',
  'server.ts',
];
const EXTENSIONS = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];

/** @param {string} path */
const isTest = (path) => /\.test\.tsx?$|\/testing[./]|\/test-[^/]*$/.test(path);

/** @param {string} path */
const rowOf = (path) => TABLE.find((row) => row.where.some((start) => path.startsWith(start)));

/** The project's file an import names, null for a package. @param {string} target @param {string} from */
function resolve(target, from) {
  if (!target.startsWith('.') && !target.startsWith('@/')) return null;
  const bare = target.startsWith('@/') ? target.slice(2) : normalize(join(dirname(from), target));
  const found = EXTENSIONS.map((extension) => bare + extension).find((path) => {
    const whole = join(root, path);
    return existsSync(whole) && statSync(whole).isFile();
  });
  return found ?? bare;
}

/** @returns {File[]} */
function readFiles() {
  const paths = ROOTS.flatMap((folder) => filesBelow(join(root, folder))).map((path) => relative(root, path));
  return paths
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !isTest(path))
    .map((path) => {
      const source = readFileSync(join(root, path), 'utf8');
      const imports = readImports(source).map((found) => ({ ...found, path: resolve(found.target, path) }));
      return { path, row: rowOf(path), source, imports };
    });
}

/** @param {string} name @param {string[]} rules */
function isPackageAllowed(name, rules) {
  const covers = (/** @type {string} */ rule) =>
    name === rule || name.startsWith(rule.endsWith(':') ? rule : `${rule}/`);
  if (rules.some((rule) => rule.startsWith('!'))) return !rules.some((rule) => covers(rule.slice(1)));
  return rules.some(covers);
}

/** @param {File} file @returns {string[]} */
function checkLayers({ path, row, imports }) {
  if (row === undefined) return [`${path} belongs to no layer of the table`];
  return imports.flatMap((found) => {
    if (found.path === null) {
      return isPackageAllowed(found.target, row.packages)
        ? []
        : [`${path}: ${row.layer} may not import ${found.target}`];
    }
    if (found.path.startsWith(GENERATED)) {
      return PRISMA_LAYERS.includes(row.layer)
        ? []
        : [`${path}: Prisma's types stay in ${PRISMA_LAYERS.join(' and ')}`];
    }
    const other = rowOf(found.path)?.layer;
    if (other === undefined && /\.(json|css)$/.test(found.path)) return [];
    if (other === row.layer || (other !== undefined && row.may.includes(other))) return [];
    if (found.isType && row.may.includes(`${other}:types`)) return [];
    const only = row.may.includes(`${other}:types`) ? ' but for types' : '';
    return [`${path}: ${row.layer} may not import ${found.path} (${other ?? 'no layer'})${only}`];
  });
}

/** A file that only passes on what others export. @param {File} file @returns {string[]} */
function checkBarrel({ path, source, imports }) {
  const reExports = imports.filter((found) => found.isReExport);
  const hasStar = reExports.some((found) => /^\s*\*/.test(found.names));
  const own = withoutComments(source)
    .replace(/export\s+(type\s+)?(\{[^}]*\}|\*[^'"]*)\s*from\s*['"][^'"]*['"];?/g, '')
    .replace(/import\s[^;]*;/g, '')
    .trim();
  const isBare = reExports.length > 0 && own === '' && !PACKAGE_ENTRY.test(path);
  return hasStar || isBare ? [`${path}: is a barrel; import from the file itself`] : [];
}

/** @param {File} file @returns {string[]} */
function checkGlobals({ path, source }) {
  const code = withoutComments(source);
  const problems = [];
  if (/\bprocess\.env\b/.test(code) && !ENVIRONMENT_READERS.includes(path)) problems.push('reads process.env');
  const isState =
    /^(export )?(let|var)\s|^(export )?const \w+\b(?!: Readonly)[^=\n]*= new (Map|Set|WeakMap|WeakSet)\b[^(\n]*\(\);/m;
  if (isState.test(withoutTemplates(code)) && !STATE_HOLDERS.includes(path))
    problems.push('keeps state at module level');
  return problems.map((problem) => `${path}: ${problem}`);
}

/** @param {File[]} files @returns {string[]} one line for each cycle */
function checkCycles(files) {
  const graph = new Map(files.map((file) => [file.path, file.imports.flatMap(({ path }) => path ?? [])]));
  /** @type {Map<string, 'open' | 'done'>} */
  const state = new Map();
  /** @type {string[]} */
  const cycles = [];
  /** @param {string} path @param {string[]} trail */
  const visit = (path, trail) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push(`${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}: is a cycle`);
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}

const files = readFiles();
const violations = [
  ...files.flatMap((file) => [...checkLayers(file), ...checkBarrel(file), ...checkGlobals(file)]),
  ...checkCycles(files),
];
for (const line of violations) console.log(line);
console.log(`${files.length} files, ${violations.length} violations of the import table`);
process.exit(violations.length === 0 ? 0 : 1);
