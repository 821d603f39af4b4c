/** How much one transaction or one statement takes: so long a lock is held. */
const PIECE = 500;

/** Cuts a list into pieces, the last one shorter. */
export function inPieces<T>(list: readonly T[], size = PIECE): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
