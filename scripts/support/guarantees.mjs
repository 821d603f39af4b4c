/** @typedef {{ file: string, title: string }} Proof */
/** @typedef {{ sentence: string, proofs: Proof[] }} Guarantee */
/** @typedef {Proof & { passed: boolean }} Result */

const ROW = /^\|([^|]+)\|([^|]+)\|$/;
const PROOF = /^`([^`]+)` › (\S.*)$/;

/**
 * The rows of `| sentence | proofs |` tables, a proof being `` `file` › title of a test`` and several standing apart by
 * `<br>`. A proof of another form has no file. @param {string} markdown @returns {Guarantee[]}
 */
export function readGuarantees(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const [, sentence = '', cell = ''] = ROW.exec(line.trim()) ?? [];
    if (sentence === '' || /^[\s:-]+$/.test(sentence) || sentence.trim() === 'Guarantee') return [];
    const proofs = cell.split('<br>').map((text) => {
      const [, file = '', title = text.trim()] = PROOF.exec(text.trim()) ?? [];
      return { file, title };
    });
    return [{ sentence: sentence.trim(), proofs }];
  });
}

/** @param {string} text */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Rows whose test is not in the file they name: as the title of a `test` or `it`, with its placeholders.
 * @param {Guarantee[]} guarantees @param {(file: string) => string | null} sourceOf @returns {string[]}
 */
export function absentProofs(guarantees, sourceOf) {
  return guarantees.flatMap(({ sentence, proofs }) =>
    proofs.flatMap(({ file, title }) => {
      const source = file === '' ? null : sourceOf(file);
      const named = new RegExp(`(?<!\\bdescribe)\\(\\s*(['"\`])${escape(title)}\\1\\s*,`);
      return source !== null && named.test(source) ? [] : [`${sentence}: there is no test ${file} › ${title}`];
    }),
  );
}

/** Rows whose test did not run, or not always pass. @param {Guarantee[]} guarantees @param {Result[]} results @returns {string[]} */
export function unprovenRows(guarantees, results) {
  return guarantees.flatMap(({ sentence, proofs }) =>
    proofs.flatMap(({ file, title }) => {
      // What stands in a title's placeholders is known only when it runs.
      const words = title.split(/\$\{[^}]*\}|%[sdifjoO#]|\$\w+/).map(escape);
      const isIt = new RegExp(`^${words.join('[^]*')}$`);
      const runs = results.filter((result) => result.file === file && isIt.test(result.title));
      if (runs.length === 0) return [`${sentence}: did not run ${file} › ${title}`];
      return runs.every(({ passed }) => passed) ? [] : [`${sentence}: failed ${file} › ${title}`];
    }),
  );
}
