import { describe, expect, it } from 'vitest';
import { isKey } from '@/lib/schemas/key';
import { keyFor } from './key-for';

describe('keyFor', () => {
  it.each([
    ['New checkout!', 'new-checkout'],
    ['  Größere Übersicht (2.0) ', 'grossere-ubersicht-2-0'],
    ['__proto__', 'proto'],
    ['Ünïcode ﬁ', 'unicode-fi'],
    ['結帳', ''],
  ])('%j → %s', (name, key) => {
    expect(keyFor(name)).toBe(key);
  });

  it('is a legal key however long the name is', () => {
    expect(isKey(keyFor(`${'a'.repeat(199)} b`))).toBe(true);
  });
});
