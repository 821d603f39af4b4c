import { describe, expect, it } from 'vitest';
import { issuesOf } from '@/lib/schemas/issues';
import { changedFields } from './changed-fields';
import { detailsSchema } from './details-schema';
import type { DetailsValues } from './details-values';

const values = (part: Partial<DetailsValues> = {}): DetailsValues => ({
  name: 'New checkout',
  description: '',
  kind: 'release',
  tags: ['web'],
  links: [],
  clientVisible: false,
  tenantManaged: false,
  variants: [
    { key: 'on', value: true },
    { key: 'off', value: false },
  ],
  owner: '',
  metadata: [],
  ...part,
});

const problems = (type: Parameters<typeof detailsSchema>[0], part: Partial<DetailsValues>): string[] => {
  const { error } = detailsSchema(type).safeParse(values(part));
  return error ? issuesOf(error).map(({ path, code }) => `${path}: ${code}`) : [];
};

describe('detailsSchema', () => {
  it('turns rows into metadata of their types, and no owner into null', () => {
    const metadata: DetailsValues['metadata'] = [
      { name: 'team', type: 'string', text: '7' },
      { name: 'tier', type: 'number', text: '7.5' },
      { name: 'beta', type: 'boolean', text: 'false' },
      { name: '__proto__', type: 'string', text: 'plain' },
    ];
    const parsed = detailsSchema('boolean').parse(values({ metadata, owner: '  ' }));
    expect(parsed.owner).toBeNull();
    expect(Object.entries(parsed.metadata)).toEqual([
      ['team', '7'],
      ['tier', 7.5],
      ['beta', false],
      ['__proto__', 'plain'],
    ]);
  });

  it('says of each row what is wrong with it', () => {
    const metadata: DetailsValues['metadata'] = [
      { name: 'a', type: 'number', text: 'many' },
      { name: 'b', type: 'string', text: '' },
      { name: 'b', type: 'string', text: '' },
      { name: '', type: 'string', text: '' },
    ];
    expect(problems('boolean', { metadata })).toEqual([
      'metadata.0.text: expected_number',
      'metadata.2.name: name_twice',
      'metadata.3.name: too_small_text',
    ]);
  });

  it('holds variants to the type of the flag', () => {
    expect(problems('number', { variants: [{ key: 'a', value: '1.' }] })).toEqual(['variants.0.value: variant_type']);
    const twice = [
      { key: 'a', value: 'x' },
      { key: 'a', value: 'y' },
    ];
    expect(problems('string', { variants: twice })).toEqual(['variants.1.key: variant_twice']);
  });

  it('takes only links that are addresses', () => {
    const links = [{ title: 'Ticket', url: 'javascript:alert(1)' }];
    expect(problems('boolean', { links })).toEqual(['links.0.url: invalid_url']);
  });
});

describe('changedFields', () => {
  it('keeps what differs, whole fields at a time', () => {
    const next = values({ name: 'Other', tags: ['web'] });
    expect(changedFields(values(), next)).toEqual({ name: 'Other' });
    expect(changedFields(values(), values())).toEqual({});
  });
});
