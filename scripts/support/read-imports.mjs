/** @typedef {{ target: string, isType: boolean, isReExport: boolean, names: string }} Import */

const STATEMENT =
  /(?:^|[\n;])\s*(import|export)\s+(type\s+)?([^'"`;]*?\sfrom\s*|\{[^}]*\}\s*from\s*|\*\s*from\s*)?['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** @param {string} source */
export function withoutComments(source) {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1');
}

/** Without the texts in backticks, which may hold code that is shown, not run. @param {string} code */
export function withoutTemplates(code) {
  return code.replace(/`(?:\\[\s\S]|[^`\\])*`/g, '``');
}

/** What a source file imports and re-exports. @param {string} source @returns {Import[]} */
export function readImports(source) {
  const code = withoutComments(source);
  /** @type {Import[]} */
  const found = [];
  for (const [, word, type, clause, target] of withoutTemplates(code).matchAll(STATEMENT)) {
    if (target === undefined || (word === 'export' && clause === undefined)) continue;
    const isType = type !== undefined || isAllTypes(clause ?? '');
    found.push({ target, isType, isReExport: word === 'export', names: clause ?? '' });
  }
  for (const [, target] of code.matchAll(DYNAMIC)) {
    if (target !== undefined) found.push({ target, isType: false, isReExport: false, names: '' });
  }
  return found;
}

/** Whether every name in braces is marked as a type. @param {string} clause */
function isAllTypes(clause) {
  const inside = /^\s*\{([^}]*)\}\s*from\s*$/.exec(clause)?.[1];
  if (inside === undefined) return false;
  const names = inside.split(',').filter((name) => name.trim() !== '');
  return names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}
