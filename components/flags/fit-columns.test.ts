import { describe, expect, it } from 'vitest';
import { widthFrom } from '@/components/shared/data-table-types';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { fitColumns } from './fit-columns';
import type { FlagColumn } from './flag-columns';

const environment = (key: string, isProtected = false): EnvironmentView => ({
  id: key,
  key,
  name: key,
  color: 'gray',
  position: 0,
  protected: isProtected,
  requiredApprovals: 0,
  requireComment: false,
  openToTenants: false,
  publicRead: false,
  requireProof: false,
  epoch: 'e',
  number: 1,
  version: 1,
});
const column = (id: string, track: string): FlagColumn => ({ id, track, header: id, cell: () => null });
const environments = [environment('dev'), environment('production', true)];
const columns = [
  column('name', 'minmax(14rem, 2fr)'),
  column('kind', '6rem'),
  column('tags', 'minmax(7rem, 1fr)'),
  column('environment:dev', '7rem'),
  column('environment:production', '7rem'),
  column('menu', '2rem'),
];
const shownAt = (width: number): string[] =>
  fitColumns(columns, environments)
    .filter((each) => width >= widthFrom(each))
    .map(({ id }) => id);

describe('fitColumns', () => {
  it('keeps name, protected environments and the menu, however narrow', () => {
    expect(shownAt(0)).toEqual(['name', 'environment:production', 'menu']);
  });

  it('adds the rest by weight, in the order of the table', () => {
    expect(shownAt(640)).toEqual(['name', 'environment:dev', 'environment:production', 'menu']);
    expect(shownAt(760)).toEqual(['name', 'tags', 'environment:dev', 'environment:production', 'menu']);
    expect(shownAt(2_000)).toEqual(columns.map(({ id }) => id));
  });

  it('shows only what fits beside what is shown', () => {
    const rem = (track: string): number => Number(/([\d.]+)rem/.exec(track)?.[1]) * 16 + 16;
    for (let width = 640; width < 1_200; width += 7) {
      const shown = columns.filter(({ id }) => shownAt(width).includes(id));
      expect(shown.reduce((sum, { track }) => sum + rem(track), 0)).toBeLessThanOrEqual(width);
    }
  });
});
