import { describe, expect, it } from 'vitest';
import { flagCreateSchema, flagPatchSchema, variantProblems } from './flag';
import { issuesOf } from './issues';

const issues = (body: unknown): string[] => {
  const parsed = flagCreateSchema.safeParse(body);
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, code }) => `${path}: ${code}`);
};
const flag = (type: string, ...values: unknown[]) => ({
  key: 'f',
  type,
  variants: values.map((value, index) => ({ key: `v${index}`, value })),
});

describe('flagCreateSchema', () => {
  it('fills in what may be left out', () => {
    expect(flagCreateSchema.parse({ key: 'new-checkout', type: 'boolean' })).toEqual({
      key: 'new-checkout',
      name: 'new-checkout',
      description: '',
      kind: 'release',
      type: 'boolean',
      variants: [
        { key: 'on', value: true },
        { key: 'off', value: false },
      ],
      tags: [],
      metadata: {},
      links: [],
      owner: null,
      clientVisible: false,
      tenantManaged: false,
    });
  });

  it('keeps given variants, several of one value among them', () => {
    const variants = [
      { key: 'zero', value: false },
      { key: 'none', value: false },
    ];
    expect(flagCreateSchema.parse({ key: 'f', type: 'boolean', variants }).variants).toEqual(variants);
  });

  it.each([
    [flag('boolean', true, false)],
    [flag('string', '', 'x')],
    [flag('number', 0, 0.1, 9_007_199_254_740_991, -1)],
    [flag('json', {}, { deep: [1, null] })],
  ])('takes %j', (body) => {
    expect(issues(body)).toEqual([]);
  });

  it.each([
    [{ key: '__proto__', type: 'boolean' }, ['key: invalid_key']],
    [{ key: 'f', type: 'date' }, ['type: invalid_choice']],
    [{ key: 'f', type: 'string' }, ['variants: variants_needed']],
    [{ ...flag('string', 'a'), variants: [] }, ['variants: too_small_list']],
    [flag('boolean', 'true'), ['variants.0.value: variant_type']],
    [flag('number', 1, '1'), ['variants.1.value: variant_type']],
    [flag('json', { a: 1 }, 'x'), ['variants.1.value: variant_type']],
    [flag('json', [1]), ['variants.0.value: expected_object']],
    [flag('json', null), ['variants.0.value: expected_object']],
    [flag('json', { 'a\0': 1 }), ['variants.0.value: text_unstorable']],
    [flag('json', { a: 'x'.repeat(40_000) }), ['variants.0.value: json_size']],
    [
      {
        ...flag('string'),
        variants: [
          { key: 'a', value: 'x' },
          { key: 'a', value: 'y' },
        ],
      },
      ['variants.1.key: variant_twice'],
    ],
    [{ key: 'f', type: 'boolean', metadata: { a: { b: 1 } } }, ['metadata: metadata_flat']],
    [{ key: 'f', type: 'boolean', metadata: { a: null } }, ['metadata: metadata_flat']],
    [{ key: 'f', type: 'boolean', metadata: [] }, ['metadata: metadata_flat']],
    [{ key: 'f', type: 'boolean', metadata: { '': 1 } }, ['metadata: metadata_flat']],
    [{ key: 'f', type: 'boolean', links: [{ title: 'x', url: 'javascript:alert(1)' }] }, ['links.0.url: invalid_url']],
    [{ key: 'f', type: 'boolean', kind: 'other' }, ['kind: invalid_choice']],
    [{ key: 'f', type: 'boolean', name: '' }, ['name: too_small_text']],
    [{ key: 'f', type: 'boolean', salt: 'mine' }, [': unknown_field']],
  ])('refuses %j', (body, expected) => {
    expect(issues(body)).toEqual(expected);
  });
});

describe('flagPatchSchema', () => {
  it('takes parts, and invents none', () => {
    expect(flagPatchSchema.parse({ name: 'New', version: 3 })).toEqual({ name: 'New', version: 3 });
  });

  it('has no key and no type: those stay', () => {
    expect(flagPatchSchema.safeParse({ key: 'x' }).success).toBe(false);
    expect(flagPatchSchema.safeParse({ type: 'string' }).success).toBe(false);
  });

  it('leaves the comparison with the type to variantProblems', () => {
    const { variants = [] } = flagPatchSchema.parse({ variants: [{ key: 'a', value: 1 }] });
    expect(variantProblems('number', variants)).toEqual([]);
    expect(variantProblems('string', variants)).toEqual([{ path: [0, 'value'], code: 'variant_type' }]);
  });
});
