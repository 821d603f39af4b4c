import { asChangeError, changeError } from '@/lib/changes/issue';

/** Rules calls are sent one rule: what is wrong with it is told by its place there, not in what was made of it. */
export async function relativeToRule<T>(index: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const prefixes = ['instructions.0.rule.', 'instructions.0.', `rules.${index}.`, 'rule.'];
    const shorten = (path: string): string =>
      path.slice(prefixes.find((prefix) => path.startsWith(prefix))?.length ?? 0);
    const [first, ...rest] = (asChangeError(thrown)?.issues ?? []).map((found) => ({
      ...found,
      path: shorten(found.path),
    }));
    throw first ? changeError(first, rest) : thrown;
  }
}
