const TAG = /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i;
const MOST_READ = 512;

function weightOf(parameters: readonly string[]): number {
  const stated = parameters.find((one) => one.trim().toLowerCase().startsWith('q='));
  const weight = stated === undefined ? 1 : Number(stated.trim().slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

/** The language tag that an `Accept-Language` header likes best, the first of several; undefined if it names none. */
export function preferredLanguage(header: string | null): string | undefined {
  const liked = (header ?? '')
    .slice(0, MOST_READ)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';');
      return { tag: tag.trim(), weight: weightOf(parameters) };
    })
    .filter(({ tag, weight }) => TAG.test(tag) && weight > 0);
  return liked.reduce<(typeof liked)[number] | undefined>(
    (best, one) => (best === undefined || one.weight > best.weight ? one : best),
    undefined,
  )?.tag;
}
