import type { AttributeView } from '@/lib/services/subjects/types';
import type { AttributeSuggestion } from './attribute-suggestions';

/** Suggestions with what is agreed about attributes: its type counts, and its allowed values come first. */
export function withDefinitions(
  suggestions: readonly AttributeSuggestion[],
  defined: readonly Pick<AttributeView, 'name' | 'type' | 'allowed'>[],
): AttributeSuggestion[] {
  const byName = new Map(defined.map((each) => [each.name, each]));
  const known = suggestions.map((suggestion) => {
    const agreed = byName.get(suggestion.name);
    if (!agreed) return suggestion;
    return { ...suggestion, type: agreed.type, values: [...new Set([...textsOf(agreed), ...suggestion.values])] };
  });
  const names = new Set(suggestions.map(({ name }) => name));
  const added = defined
    .filter(({ name }) => !names.has(name))
    .map((agreed) => ({ name: agreed.name, type: agreed.type, values: textsOf(agreed) }));
  return [...known, ...added];
}

const textsOf = ({ allowed }: Pick<AttributeView, 'allowed'>): string[] => (allowed ?? []).map(String);
