/** A page of a list. `nextCursor` is null on the last one; it is opaque and never an id of another scope. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** How many there are in all with this filter, where counting is cheap. */
  total?: number;
}
