import { describe, expect, it } from 'vitest';
import type { FlagEnvironmentState, FlagListItem } from '@/lib/services/flags/types';
import { planBatch } from './batch-plan';

const standing = (state: FlagEnvironmentState['state'], killed = false): FlagEnvironmentState => ({
  state,
  killed,
  version: 1,
  ruleCount: 0,
  codeDefault: null,
  lastSeenAt: null,
});

const flag = (key: string, part: Partial<FlagListItem> = {}): FlagListItem => ({
  id: key,
  key,
  name: key,
  kind: 'release',
  type: 'boolean',
  tags: [],
  owner: null,
  clientVisible: false,
  tenantManaged: false,
  archived: false,
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  createdBy: 'ana',
  origin: 'dashboard',
  environments: {},
  lifecycle: 'new',
  lastSeenAt: null,
  evaluations: [],
  ...part,
});

const keysOf = (flags: FlagListItem[]): string[] => flags.map(({ key }) => key);

describe('planBatch', () => {
  const tagged = flag('tagged', { tags: ['web'] });
  const plain = flag('plain');
  const archived = flag('archived', { archived: true });

  it('adds a tag where it is missing, and removes it where it is', () => {
    expect(keysOf(planBatch({ kind: 'addTag', tag: 'web' }, [tagged, plain]).changing)).toEqual(['plain']);
    expect(planBatch({ kind: 'removeTag', tag: 'web' }, [tagged, plain])).toMatchObject({
      changing: [{ key: 'tagged' }],
      skipped: [{ flag: { key: 'plain' }, reason: 'already' }],
    });
  });

  it('archives what is not archived', () => {
    expect(keysOf(planBatch({ kind: 'archive' }, [plain, archived]).changing)).toEqual(['plain']);
  });

  it('switches neither killed nor archived flags, and says which', () => {
    const on = flag('on', { environments: { production: standing('on') } });
    const off = flag('off', { environments: { production: standing('off') } });
    const following = flag('following', { environments: { production: standing('default') } });
    const killed = flag('killed', { environments: { production: standing('on', true) } });
    const all = [on, off, following, killed, archived];
    const enabling = planBatch({ kind: 'enable', environment: 'production' }, all);
    expect(keysOf(enabling.changing)).toEqual(['off', 'following']);
    expect(enabling.skipped.map(({ flag: { key }, reason }) => [key, reason])).toEqual([
      ['on', 'already'],
      ['killed', 'killed'],
      ['archived', 'archived'],
    ]);
    expect(keysOf(planBatch({ kind: 'disable', environment: 'production' }, all).changing)).toEqual([
      'on',
      'following',
    ]);
  });
});
