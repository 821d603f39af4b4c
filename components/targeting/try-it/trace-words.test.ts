import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { TRACE_MESSAGES } from '@/lib/engine/trace';
import { OPERATORS } from '@/lib/engine/types';
import de from '@/messages/de/explain.json';
import targetingDe from '@/messages/de/targeting.json';
import en from '@/messages/en/explain.json';
import targetingEn from '@/messages/en/targeting.json';

const PARAMS = {
  variant: 'on',
  flag: 'a',
  tenant: 'acme',
  subject: 'u1',
  segment: 's',
  rule: 'r',
  index: 1,
  step: 'x',
};

function idsOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${path}${name}`] : idsOf(text, `${path}${name}.`),
  );
}

describe.each([
  ['en', en.message, targetingEn],
  ['de', de.message, targetingDe],
] as const)('words of an explanation in %s', (locale, message, targeting) => {
  it('has every message an explanation may hold, and no other', () => {
    expect(idsOf(message).sort()).toEqual([...TRACE_MESSAGES].sort());
  });

  it.each(TRACE_MESSAGES)('words %s', (id) => {
    const onError = (error: Error): never => {
      throw error;
    };
    const [group = '', name = ''] = id.split('.');
    const texts: Record<string, Record<string, string>> = message;
    const t = createTranslator<Record<string, string>>({ locale, messages: texts[group], onError, timeZone: 'UTC' });
    expect(t(name, PARAMS)).not.toBe('');
  });

  it('has a word for every operator', () => {
    expect(Object.keys(targeting.operator).sort()).toEqual([...OPERATORS].sort());
  });
});
