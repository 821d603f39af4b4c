/** What a write may say of approvals, beside its own input. */
export interface Wish {
  /** It should wait for approval although it need not, or because the actor may not do it themselves. */
  request: boolean;
  /** It should not wait although it would have to: a permission of its own, and audited. */
  bypass: boolean;
  /** A name of the caller's for writes that belong together: those that wait become one change request. */
  group?: string;
}

export const NO_WISH: Wish = { request: false, bypass: false };

/** The longest name of a group. */
export const MOST_GROUP = 100;

const isOfWish = (name: string, value: unknown): boolean =>
  name === 'request' || name === 'bypass'
    ? typeof value === 'boolean'
    : name === 'requestGroup' && typeof value === 'string' && value.length > 0 && value.length <= MOST_GROUP;

const isTrue = (input: object, name: 'request' | 'bypass'): boolean => Reflect.get(input, name) === true;

/** Parts a write's input from what it says of approvals. */
export function takeWish(raw: unknown): { input: unknown; wish: Wish } {
  if (typeof raw !== 'object' || raw === null) return { input: raw, wish: NO_WISH };
  const group: unknown = Reflect.get(raw, 'requestGroup');
  const wish: Wish = {
    request: isTrue(raw, 'request'),
    bypass: isTrue(raw, 'bypass'),
    ...(typeof group === 'string' && isOfWish('requestGroup', group) && { group }),
  };
  const input = Object.fromEntries(Object.entries(raw).filter(([name, value]) => !isOfWish(name, value)));
  return { input, wish };
}

/** The same as fields of an input, for the writes that a call is made of. */
export const asWished = ({ request, bypass }: Wish): { request?: true; bypass?: true } => ({
  ...(request && { request }),
  ...(bypass && { bypass }),
});
