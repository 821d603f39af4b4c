import type { FieldPath } from 'react-hook-form';
import type { Draft } from './draft';

const FIELDS: readonly string[] = ['state', 'killed', 'offVariant', 'targets', 'prerequisites', 'rules', 'default'];

/** Whether a path leads into the form. */
export function isFormPath(path: string): path is FieldPath<Draft> {
  return FIELDS.includes(path.split('.')[0] ?? '');
}
