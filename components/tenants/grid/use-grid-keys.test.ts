import { describe, expect, it } from 'vitest';
import { moved, readPosition } from './use-grid-keys';

const size = { rows: 10, columns: 4, page: 3 };
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey });

describe('moved', () => {
  it.each([
    ['ArrowDown', { row: 6, column: 2 }],
    ['ArrowUp', { row: 4, column: 2 }],
    ['ArrowRight', { row: 5, column: 3 }],
    ['ArrowLeft', { row: 5, column: 1 }],
    ['PageDown', { row: 8, column: 2 }],
    ['PageUp', { row: 2, column: 2 }],
    ['Home', { row: 5, column: -1 }],
    ['End', { row: 5, column: 3 }],
  ])('%s leads from the middle to %o', (name, place) => {
    expect(moved({ row: 5, column: 2 }, key(name), size)).toEqual(place);
  });

  it('stays within the grid, whose first column is the tenant', () => {
    expect(moved({ row: 9, column: 3 }, key('ArrowDown'), size)).toEqual({ row: 9, column: 3 });
    expect(moved({ row: 0, column: 0 }, key('ArrowLeft'), size)).toEqual({ row: 0, column: -1 });
    expect(moved({ row: 0, column: -1 }, key('ArrowLeft'), size)).toEqual({ row: 0, column: -1 });
    expect(moved({ row: 1, column: 1 }, key('PageUp'), size)).toEqual({ row: 0, column: 1 });
  });

  it('reaches the corners with Ctrl', () => {
    expect(moved({ row: 5, column: 2 }, key('Home', true), size)).toEqual({ row: 0, column: -1 });
    expect(moved({ row: 5, column: 2 }, key('End', true), size)).toEqual({ row: 9, column: 3 });
  });

  it('leaves other keys alone, those of every object among them', () => {
    for (const name of ['a', 'Tab', 'constructor', 'toString']) {
      expect(moved({ row: 5, column: 2 }, key(name), size)).toBeNull();
    }
  });
});

it('reads where a cell is', () => {
  expect(readPosition('12.-1')).toEqual({ row: 12, column: -1 });
  expect(readPosition(undefined)).toBeNull();
});
