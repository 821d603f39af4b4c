import { z } from 'zod';
import { fromCell } from './csv';
import { keySchema } from './key';
import { shapeProblem } from './shape-problem';
import { commentSchema, text } from './text';

/** Rows of one call: a longer file is sent in parts, each whole or not at all. */
export const IMPORT_ROWS = 1_000;

/** A row as it is written; what is wrong with it is said by its line. */
export const importRowSchema = z.record(z.string(), z.unknown());

/** Body of `POST /memberships/import`. */
export const membershipImportSchema = z
  .strictObject({
    environment: keySchema,
    /** For rows that name none. */
    flag: keySchema.optional(),
    rows: z.array(importRowSchema).min(1).max(IMPORT_ROWS).optional(),
    /** The same as a file's text, its first line naming the columns. */
    csv: text(900_000, 1).optional(),
    /** Says what is wrong, and stores nothing. */
    dryRun: z.boolean().default(false),
    comment: commentSchema.optional(),
  })
  .superRefine(({ rows, csv }, ctx) => {
    if ((rows === undefined) === (csv === undefined)) ctx.addIssue(shapeProblem('import_form'));
  });

export const IMPORT_COLUMNS = [
  ...['subject', 'tenant', 'flag', 'startDate', 'endDate', 'startsAt', 'endsAt', 'timezone', 'variant', 'note'],
] as const;

export type ImportRow = Record<string, unknown> & { line: number };

/** What is wrong with a file's first line. */
export type HeadProblem = 'head_missing' | 'head_twice' | 'head_whose' | 'head_start' | 'head_end';

export interface ImportHead {
  /** The field of each column; null for one that is not read. */
  fields: (string | null)[];
  /** Columns that are not read, as they are written. */
  ignored: string[];
  problem: HeadProblem | null;
}

const folded = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .replace(/[\s_-]/g, '')
    .toLowerCase();
const FIELD_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(IMPORT_COLUMNS.map((name) => [name.toLowerCase(), name])),
  targetingkey: 'subject',
};

/** Reads the first line of a file: which column holds what, in any order, however it is capitalised. */
export function readImportHead(cells: readonly string[]): ImportHead {
  const fields = cells.map((cell) => (Object.hasOwn(FIELD_OF, folded(cell)) ? (FIELD_OF[folded(cell)] ?? null) : null));
  const known = fields.filter((field) => field !== null);
  const ignored = cells.filter((cell, index) => fields[index] === null && cell.trim() !== '');
  const has = (...names: string[]): boolean => names.some((name) => known.includes(name));
  const problem = (): HeadProblem | null => {
    if (known.length === 0) return 'head_missing';
    if (new Set(known).size < known.length) return 'head_twice';
    if (!has('subject', 'tenant')) return 'head_whose';
    if (!has('startDate', 'startsAt')) return 'head_start';
    return has('endDate', 'endsAt') ? null : 'head_end';
  };
  return { fields, ignored, problem: problem() };
}

/** A line's cells as a row; empty ones are left out. Null for a line without any. */
export function readImportLine({ fields }: ImportHead, cells: readonly string[], line: number): ImportRow | null {
  if (cells.every((cell) => cell.trim() === '')) return null;
  const row: ImportRow = { line };
  for (const [index, cell] of cells.entries()) {
    const field = fields[index];
    if (index >= fields.length && cell.trim() !== '') row.extraCells = true;
    else if (typeof field === 'string' && cell.trim() !== '') row[field] = fromCell(cell.trim());
  }
  return row;
}

/** How many lines of a file these cells take up: those with line breaks in quotes take more than one. */
export const linesOf = (cells: readonly string[]): number =>
  1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
