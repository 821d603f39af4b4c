import type { Item } from '@/lib/engine/types';

const MISSING = '';

/**
 * Stands in for a piece that cannot be read, so that the flags that need it answer with an error. Left out, they
 * would answer as if it did not exist, which may be the opposite. Keys and attributes are left out: that refuses more.
 */
export function brokenItem(kind: string, key: string): Item | null {
  switch (kind) {
    case 'flag': {
      const shape = { type: 'boolean', variants: [], metadata: {}, tenantManaged: false, archived: false } as const;
      const body = { v: 1, id: MISSING, salt: MISSING, algorithm: MISSING, clientVisible: false, ...shape } as const;
      return { kind, key, body: { ...body, variants: [] } };
    }
    case 'config': {
      const lists = { targets: [], prerequisites: [], rules: [] };
      const state = { state: 'on', killed: false, offVariant: null } as const;
      return { kind, key, body: { v: 1, version: 0, ...state, ...lists, default: { variant: MISSING } } };
    }
    case 'codeDefault':
      return { kind, key, body: { v: 1, variant: MISSING } };
    case 'override':
      return { kind, key, body: { v: 1, variant: MISSING } };
    case 'segment': {
      const unreadable = { attribute: 'targetingKey', operator: 'matches', value: '(' } as const;
      return { kind, key, body: { v: 1, version: 0, operator: 'AND', conditions: [unreadable] } };
    }
    default:
      return null;
  }
}
