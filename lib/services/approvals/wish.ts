/** What a write may say of approvals, beside its own input. */
export interface Wish {
  /** It should wait for approval although it need not, or because the actor may not do it themselves. */
  request: boolean;
  /** It should not wait although it would have to: a permission of its own, and audited. */
  bypass: boolean;
}

const isTrue = (input: object, name: keyof Wish): boolean => Reflect.get(input, name) === true;

/** Parts a write's input from what it says of approvals. */
export function takeWish(raw: unknown): { input: unknown; wish: Wish } {
  if (typeof raw !== 'object' || raw === null) return { input: raw, wish: { request: false, bypass: false } };
  const wish = { request: isTrue(raw, 'request'), bypass: isTrue(raw, 'bypass') };
  const input = Object.fromEntries(
    Object.entries(raw).filter(
      ([name, value]) => !((name === 'request' || name === 'bypass') && typeof value === 'boolean'),
    ),
  );
  return { input, wish };
}
