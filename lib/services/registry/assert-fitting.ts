import { foldKey } from '@/lib/schemas/key';
import type { DeclaredFlag } from '@/lib/schemas/registry';
import { type Issue, serviceError } from '../errors';
import type { StoredFlag } from './load-stored';

const TEXTS = {
  flag_type_differs: 'The flag is of another type.',
  key_taken: 'A flag has this key in other letters.',
} as const;

const issue = (index: number, field: string, code: keyof typeof TEXTS): Issue => ({
  path: `flags.${index}.${field}`,
  code,
  message: TEXTS[code],
});

/** Refuses declarations of another type than the stored flag's, or of a key that differs in case alone. */
export function assertFitting(flags: readonly DeclaredFlag[], stored: ReadonlyMap<string, StoredFlag>): void {
  const issues = flags.flatMap((flag, index) => {
    const row = stored.get(foldKey(flag.key))?.row;
    if (row && row.key !== flag.key) return [issue(index, 'key', 'key_taken')];
    return row && row.type !== flag.type ? [issue(index, 'type', 'flag_type_differs')] : [];
  });
  const [first] = issues;
  if (!first) return;
  const current = flags.flatMap(({ key }, index) => {
    const row = stored.get(foldKey(key))?.row;
    return row && issues.some(({ path }) => path.startsWith(`flags.${index}.`))
      ? [{ key: row.key, type: row.type }]
      : [];
  });
  throw serviceError('conflict', first.code, { issues, current: { flags: current } });
}
