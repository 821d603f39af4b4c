import { describe, expect, it } from 'vitest';
import type { FlagEnvironmentState, FlagListItem } from '@/lib/services/flags/types';
import { firstFlag, isNewProject, nextStep } from './first-steps-state';

const standing = (state: FlagEnvironmentState['state'], lastSeenAt: string | null = null): FlagEnvironmentState => ({
  state,
  lastSeenAt,
  killed: false,
  version: 2,
  ruleCount: 0,
  codeDefault: null,
});
const flag = (key: string, createdAt: string, development = standing('off')): FlagListItem => ({
  id: key,
  key,
  name: key,
  kind: 'release',
  type: 'boolean',
  tags: [],
  owner: null,
  clientVisible: true,
  tenantManaged: false,
  archived: false,
  version: 1,
  createdAt,
  updatedAt: createdAt,
  createdBy: 'ana',
  origin: 'dashboard',
  environments: { development },
  lifecycle: 'new',
  lastSeenAt: development.lastSeenAt,
  evaluations: [],
});

const EARLY = '2026-03-01T09:00:00.000Z';
const LATE = '2026-03-01T09:05:00.000Z';
const change = (at: string, version = 2) => ({ at, version, actor: 'ana' });

describe('first steps', () => {
  it('begin by making a flag, and go on with the first that was made', () => {
    expect(nextStep(null, 'development', undefined)).toBe('create');
    expect(firstFlag([flag('b', LATE), flag('a', EARLY)])?.key).toBe('a');
    expect(firstFlag([])).toBeNull();
  });

  it('then wait for an evaluation', () => {
    expect(nextStep(flag('a', EARLY), 'development', undefined)).toBe('connect');
    expect(nextStep(flag('a', EARLY), 'development', { lastSeenAt: null, annotations: [] })).toBe('connect');
  });

  it('then for the flag to be on, and an evaluation after that', () => {
    const off = flag('a', EARLY);
    const on = flag('a', EARLY, standing('on'));
    const seen = { lastSeenAt: EARLY, annotations: [change(LATE)] };
    expect(nextStep(off, 'development', seen)).toBe('turnOn');
    expect(nextStep(on, 'development', seen)).toBe('turnOn');
    expect(nextStep(on, 'development', { lastSeenAt: LATE, annotations: [change(EARLY)] })).toBe('done');
  });

  it('do not take figures from before the change for figures after it', () => {
    const on = flag('a', EARLY, standing('on'));
    expect(nextStep(on, 'development', { lastSeenAt: LATE, annotations: [] })).toBe('turnOn');
    expect(nextStep(on, 'development', { lastSeenAt: LATE, annotations: [change(EARLY, 1)] })).toBe('turnOn');
  });

  it('are for new projects: few flags, none of them on where it is asked for', () => {
    expect(isNewProject([], 0)).toBe(true);
    expect(isNewProject([flag('a', EARLY, standing('off', LATE))], 1)).toBe(true);
    expect(isNewProject([flag('a', EARLY, standing('on', LATE))], 1)).toBe(false);
    expect(isNewProject([], 6)).toBe(false);
  });
});
