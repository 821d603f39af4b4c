import type { FlagDefinition, Serve } from '../engine/types';
import { at, type ChangeIssue, issue } from './issue';
import { WHOLE } from './limits';

type Definition = Pick<FlagDefinition, 'variants'>;

/** What is wrong with something served; `nullable` where the caller's own default may be. */
export function checkServe(definition: Definition, serve: Serve, path: string, nullable: boolean): ChangeIssue[] {
  if (!('split' in serve)) return checkVariant(definition, serve.variant, at(path, 'variant'), nullable);
  const { split } = serve;
  const issues = split.flatMap((part, index) => [
    ...checkVariant(definition, part.variant, at(path, 'split', index, 'variant'), false),
    ...(isShare(part.weight) ? [] : [issue(at(path, 'split', index, 'weight'), 'weight_range')]),
  ]);
  if (new Set(split.map(({ variant }) => variant)).size < split.length) {
    issues.push(issue(at(path, 'split'), 'variant_duplicate'));
  }
  if (split.reduce((total, { weight }) => total + weight, 0) !== WHOLE) {
    issues.push(issue(at(path, 'split'), 'weights_total'));
  }
  return issues;
}

export function checkVariant(
  definition: Definition,
  variant: string | null,
  path: string,
  nullable: boolean,
): ChangeIssue[] {
  if (variant === null) return nullable ? [] : [issue(path, 'variant_missing')];
  return definition.variants.some(({ key }) => key === variant) ? [] : [issue(path, 'variant_absent')];
}

/** Whether a number is a percentage or weight: whole thousandths of a percent. */
export function isShare(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= WHOLE;
}
