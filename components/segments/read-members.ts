import { fromCell } from '@/lib/schemas/csv';
import { isStorable } from '@/lib/schemas/text';

/** Longest targeting key a segment can hold. */
const LONGEST = 200;

export type MemberProblem = 'too_long' | 'unstorable';
export interface ReadMembers {
  subjects: string[];
  /** Rows that were left out, by line from 1. */
  problems: { line: number; problem: MemberProblem }[];
  /** Subjects that stood more than once. */
  duplicates: number;
}

/** The first cell of a CSV line; quotes around it are taken off. */
function firstCell(line: string): string {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line);
  const cell = (quoted?.[1]?.replaceAll('""', '"') ?? line.split(/[,;\t]/)[0] ?? '').trim();
  return fromCell(cell);
}

const HEADS = ['targetingkey', 'targeting_key', 'subject', 'key', 'id'];

/** Subjects of a pasted list or a CSV file's first column: one a line, a head line and blank lines left out. */
export function readMembers(text: string): ReadMembers {
  const found: ReadMembers = { subjects: [], problems: [], duplicates: 0 };
  const seen = new Set<string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const subject = firstCell(line);
    if (subject === '' || (index === 0 && HEADS.includes(subject.toLowerCase()))) continue;
    if (subject.length > LONGEST) found.problems.push({ line: index + 1, problem: 'too_long' });
    else if (!isStorable(subject)) found.problems.push({ line: index + 1, problem: 'unstorable' });
    else if (seen.has(subject)) found.duplicates += 1;
    else {
      seen.add(subject);
      found.subjects.push(subject);
    }
  }
  return found;
}
