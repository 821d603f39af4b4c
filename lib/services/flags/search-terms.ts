const TERM_KEYS = ['tag', 'env', 'state', 'owner', 'kind', 'type', 'stale', 'archived'] as const;
export type TermKey = (typeof TERM_KEYS)[number];

/** What a search asks for: terms such as `tag:checkout`, and words that must all be found. */
export interface SearchTerms {
  terms: { key: TermKey; value: string }[];
  words: string[];
}

const TOKEN = /(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/gi;
const MOST = 20;

const isTermKey = (name: string): name is TermKey => TERM_KEYS.some((key) => key === name);

/** Reads a search such as `tag:checkout env:production state:on "new price"`. An unknown `name:` is an ordinary word. */
export function parseSearch(q: string): SearchTerms {
  const found: SearchTerms = { terms: [], words: [] };
  for (const [token, name = '', quoted, plain] of [...q.matchAll(TOKEN)].slice(0, MOST)) {
    const value = quoted ?? plain ?? '';
    const key = name.toLowerCase();
    if (isTermKey(key) && value !== '') found.terms.push({ key, value });
    else if (token.trim() !== '') found.words.push(name === '' ? value : token);
  }
  return found;
}
