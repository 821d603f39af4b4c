import { describe, expect, it } from 'vitest';
import { partOfDuration, partsOfSpan } from './duration-parts';

describe('lengths of time', () => {
  it('are said by the unit they are written with', () => {
    expect(partOfDuration('3d')).toEqual({ unit: 'd', count: 3 });
    expect(partOfDuration('90m')).toEqual({ unit: 'm', count: 90 });
    expect(partOfDuration('2w')).toEqual({ unit: 'w', count: 2 });
    expect(partOfDuration('soon')).toBeNull();
    expect(partOfDuration('0d')).toBeNull();
  });

  it('are said by their two largest units where they are counted', () => {
    expect(partsOfSpan(2 * 86_400_000 + 3 * 3_600_000 + 60_000)).toEqual([
      { unit: 'd', count: 2 },
      { unit: 'h', count: 3 },
    ]);
    expect(partsOfSpan(59_000)).toEqual([{ unit: 's', count: 59 }]);
    expect(partsOfSpan(0)).toEqual([]);
  });
});
