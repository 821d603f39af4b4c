import { expect, it } from 'vitest';
import { newConfiguration } from '@/lib/changes/new-configuration';
import type { Configuration } from '@/lib/engine/types';
import type { EnvironmentRow } from '../transaction';
import { lifecycleOf } from './lifecycle';
import type { StandingConfiguration } from './states';
import type { FlagLifecycle } from './types';

const NOW = new Date('2026-06-01T00:00:00Z');
const ago = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const OFF = newConfiguration({
  type: 'boolean',
  variants: [
    { key: 'on', value: true },
    { key: 'off', value: false },
  ],
});
const ON: Configuration = { ...OFF, state: 'on' };
const TARGETED: Configuration = { ...ON, targets: [{ variant: 'off', subjects: ['u'] }] };

const row = (key: string, isProtected: boolean): EnvironmentRow => ({
  id: key,
  projectId: 'p',
  key,
  keyFolded: key,
  name: key,
  color: 'gray',
  position: 0,
  protected: isProtected,
  requiredApprovals: 0,
  requireComment: false,
  openToTenants: false,
  requireProof: false,
  erasedNumber: 0,
  rewrittenNumber: 0,
  profileNumber: 0,
  publicRead: false,
  signingSecret: '',
  epoch: '',
  number: 0,
  version: 1,
  createdAt: NOW,
});
const standing = (
  configuration: Configuration,
  days: number,
  seen: number | null,
  isProtected = true,
): StandingConfiguration => ({
  environment: row(isProtected ? 'production' : 'staging', isProtected),
  configuration,
  codeDefault: null,
  since: ago(days),
  lastSeenAt: seen === null ? null : ago(seen),
});

it.each<[string, FlagLifecycle, { created?: number; archived?: boolean }, StandingConfiguration[]]>([
  ['never evaluated', 'new', {}, [standing(ON, 2, null)]],
  ['never evaluated for a month', 'stale', { created: 30 }, [standing(TARGETED, 30, null)]],
  ['evaluated and targeted', 'live', { created: 90 }, [standing(TARGETED, 60, 1)]],
  ['evaluated last a month ago', 'stale', { created: 90 }, [standing(TARGETED, 1, 30)]],
  ['on for everybody for two weeks', 'rolledOut', { created: 90 }, [standing(ON, 14, 0)]],
  ['on for everybody for less', 'live', { created: 90 }, [standing(ON, 13, 0)]],
  ['on for everybody for a month', 'stale', { created: 90 }, [standing(ON, 30, 0)]],
  [
    'on where it counts, off elsewhere',
    'rolledOut',
    { created: 90 },
    [standing(ON, 20, 0), standing(OFF, 90, 0, false)],
  ],
  ['on only where it does not count', 'live', { created: 90 }, [standing(OFF, 90, 0), standing(ON, 20, 0, false)]],
  ['off everywhere for a month', 'stale', { created: 90 }, [standing(OFF, 40, 0), standing(OFF, 31, 0, false)]],
  ['off everywhere, changed lately', 'live', { created: 90 }, [standing(OFF, 40, 0), standing(OFF, 2, 0, false)]],
  ['killed is not rolled out', 'live', { created: 90 }, [standing({ ...ON, killed: true }, 20, 0)]],
  [
    'the caller’s own default is not rolled out',
    'live',
    { created: 90 },
    [standing({ ...ON, default: { variant: null } }, 20, 0)],
  ],
  ['archived whatever else', 'archived', { created: 90, archived: true }, [standing(ON, 60, 60)]],
])('%s is %s', (_, expected, { created = 3, archived = false }, list) => {
  expect(lifecycleOf({ createdAt: ago(created), archivedAt: archived ? NOW : null }, list, NOW)).toBe(expected);
});
