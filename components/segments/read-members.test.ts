import { describe, expect, it } from 'vitest';
import { toCsv } from '@/lib/schemas/csv';
import { readMembers } from './read-members';

describe('readMembers', () => {
  it('takes a list or the first column, without head, blanks and doubles', () => {
    const text = '\uFEFFtargetingKey,name\r\nu1,Ann\n"u,2";x\n\n u1 \nu3\tz\n';
    expect(readMembers(text)).toEqual({ subjects: ['u1', 'u,2', 'u3'], problems: [], duplicates: 1 });
  });

  it('says which lines cannot be taken', () => {
    const read = readMembers(`ok\n${'x'.repeat(201)}\nbad\u0000key`);
    expect(read.subjects).toEqual(['ok']);
    expect(read.problems).toEqual([
      { line: 2, problem: 'too_long' },
      { line: 3, problem: 'unstorable' },
    ]);
  });

  it('reads what the export wrote', () => {
    const subjects = ['=1+1', "'=1+1", "''@ana", "'quoted'", '+49 30 1', '-x', '@ana', "o'neill", 'a "b", c'];
    expect(readMembers(toCsv([['targetingKey'], ...subjects.map((subject) => [subject])])).subjects).toEqual(subjects);
  });

  it('takes a head only on the first line', () => {
    expect(readMembers('u1\nsubject').subjects).toEqual(['u1', 'subject']);
  });
});
