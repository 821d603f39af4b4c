import type { Item, ItemKind } from './types';

/** A new, changed or removed (null) item of one flag or segment; `rest` is its key behind that of the flag or segment. */
export interface Change {
  kind: ItemKind;
  rest: string;
  item: Item | null;
}
