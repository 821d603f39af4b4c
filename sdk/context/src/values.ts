/** What an attribute may hold: what JSON can say. */
export type ContextValue = string | number | boolean | null | ContextValue[] | { [name: string]: ContextValue };

export type Attributes = Record<string, ContextValue>;

/** What flags are evaluated for; also a context of OpenFeature. */
export type FlagContext = { targetingKey?: string } & Attributes;

/** `Headers`, or anything that is read like them. */
export interface HeadersLike {
  get(name: string): string | null;
}

/** `Request`, or anything that carries headers. */
export interface RequestLike {
  headers: HeadersLike;
}
