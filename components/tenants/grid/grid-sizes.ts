/** Pixels of the grid; every cell is as large as any other, so that any can be found without measuring. */
export const ROW = 36;
export const COLUMN = 116;
export const HEAD = 56;
export const FIRST_WIDE = 232;
export const FIRST_NARROW = 148;
