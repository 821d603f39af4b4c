import { describe, expect, it } from 'vitest';
import { textsOf, valuesOf } from './allowed-values';

describe('allowed values', () => {
  it('are read as the type has them, and shown as they were typed', () => {
    expect(valuesOf(['1', '2.5', 'x'], 'number')).toEqual([1, 2.5, 'x']);
    expect(valuesOf(['1', 'pro'], 'string')).toEqual(['1', 'pro']);
    expect(textsOf([1, 'pro', true])).toEqual(['1', 'pro', 'true']);
  });

  it('none, or of a type that cannot be listed, mean any value', () => {
    expect(valuesOf([], 'string')).toBeNull();
    expect(valuesOf(['true'], 'boolean')).toBeNull();
    expect(textsOf(null)).toEqual([]);
  });
});
