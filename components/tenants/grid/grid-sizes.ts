/** Pixels of the grid; all cells are of one size, so that each is found without measuring. */
export const ROW = 36;
export const COLUMN = 116;
export const HEAD = 56;
export const FIRST_WIDE = 232;
export const FIRST_NARROW = 148;
