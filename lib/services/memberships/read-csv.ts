import Papa from 'papaparse';
import {
  type ImportHead,
  type ImportRow,
  linesOf,
  readImportHead,
  readImportLine,
} from '@/lib/schemas/membership-import';

export interface ReadCsv {
  head: ImportHead;
  rows: ImportRow[];
}

/** A file's text as rows, each with its line from 1; commas, semicolons or tabs. */
export function readMembershipCsv(csv: string): ReadCsv {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimitersToGuess: [',', ';', '\t'] });
  const [first = [], ...rest] = data;
  const head = readImportHead(first);
  const rows: ImportRow[] = [];
  let line = 1 + linesOf(first);
  for (const cells of rest) {
    const row = readImportLine(head, cells, line);
    if (row) rows.push(row);
    line += linesOf(cells);
  }
  return { head, rows };
}
