import { describe, expect, it } from 'vitest';
import { flagCreateSchema } from '@/lib/schemas/flag';
import { changeSchema } from '@/lib/schemas/instruction';
import { FLAG_TEMPLATES, firstVariants, templateInstructions } from './flag-templates';

describe('flag templates', () => {
  it.each(FLAG_TEMPLATES)('$id makes a flag and instructions that the server takes', ({ id, type, kind }) => {
    const variants = firstVariants(type, id);
    expect(flagCreateSchema.safeParse({ key: 'a', name: 'A', type, kind, variants }).error).toBeUndefined();
    const instructions = templateInstructions(id, variants, 'Rule');
    if (instructions.length > 0) expect(changeSchema.safeParse({ instructions }).error).toBeUndefined();
    const named = JSON.stringify(instructions).matchAll(/"variant":"([^"]+)"/g);
    for (const [, variant] of named) expect(variants.map(({ key }) => key)).toContain(variant);
  });

  it('prepares nothing for variants that were changed', () => {
    expect(templateInstructions('experiment', [{ key: 'x', value: 'x' }], 'Rule')).toEqual([]);
  });

  it.each(['boolean', 'string', 'number', 'json'] as const)('starts a %s flag with values of its type', (type) => {
    const variants = firstVariants(type, 'release');
    expect(flagCreateSchema.safeParse({ key: 'a', type, variants }).success).toBe(true);
  });
});
