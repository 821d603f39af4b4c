import { describe, expect, it } from 'vitest';
import type { GridView, TenantFlagView } from '@/lib/services/overrides/types';
import { withCell } from './shown-grid';
import { withOverride } from './shown-override';

const flag: TenantFlagView = {
  key: 'a',
  name: 'A',
  description: '',
  type: 'boolean',
  codeDefault: 'on',
  enabled: false,
  variant: 'off',
  overridden: false,
  systemEnabled: false,
  from: 'system',
  expiresAt: null,
  note: null,
  setAt: null,
  killed: false,
  tenantManaged: true,
  variants: [
    { key: 'on', name: null },
    { key: 'off', name: null },
  ],
};

describe('what a row shows while the server is asked', () => {
  it('is the override that was written', () => {
    const extra = { expiresAt: '2030-01-01T00:00:00Z', note: 'why' };
    const shown = withOverride(flag, { enabled: true }, extra);
    expect(shown).toMatchObject({ ...extra, overridden: true, from: 'tenant', enabled: true, variant: 'on' });
    expect(withOverride({ ...flag, type: 'string' }, { variant: 'on' })).toMatchObject({ variant: 'on' });
  });

  it('goes back to the system when the override is cleared, and to the code default where it follows that', () => {
    const set = withOverride(flag, { enabled: true });
    expect(withOverride(set, null)).toEqual(flag);
    const following = withOverride({ ...set, systemEnabled: null }, null);
    expect(following).toMatchObject({ overridden: false, from: 'default', enabled: true, variant: 'on' });
  });
});

describe('what the grid shows meanwhile', () => {
  const tile: GridView = {
    tenants: [{ key: 't', name: 'T' }],
    tenantTotal: 1,
    flags: [{ ...flag }],
    flagTotal: 1,
    cells: [],
  };
  const set = withOverride(flag, { enabled: true });

  it('gains one cell, and loses it when it is cleared', () => {
    const shown = withCell(withCell(tile, 't', set), 't', set);
    expect(shown.cells).toEqual([{ flag: 'a', tenant: 't', variant: 'on', enabled: true, expiresAt: null }]);
    expect(withCell(shown, 't', flag).cells).toEqual([]);
  });

  it('leaves parts alone that do not hold the cell', () => {
    expect(withCell(tile, 'other', set)).toBe(tile);
    expect(withCell(tile, 't', { ...set, key: 'b' })).toBe(tile);
  });
});
