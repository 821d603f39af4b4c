import Papa from 'papaparse';
import { z } from 'zod';
import {
  type HeadProblem,
  type ImportHead,
  type ImportRow,
  linesOf,
  readImportHead,
  readImportLine,
} from '@/lib/schemas/membership-import';

export interface ReadFile {
  rows: ImportRow[];
  ignored: string[];
  problem: HeadProblem | 'too_many' | 'unreadable' | null;
}

/** More memberships than a flag may have are not read. */
const MOST_ROWS = 1_000_000;
/** A line as long as this has a quotation mark that never closes. */
const LONGEST = 1_000_000;

const parsedSchema = z.object({ data: z.array(z.array(z.string())), meta: z.object({ cursor: z.int() }) });

function dialectOf(text: string): { delimiter: string; newline: '\r\n' | '\n' | '\r' } {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => first.split(sign).length;
  const [delimiter = ','] = [',', ';', '\t'].toSorted((a, b) => count(b) - count(a));
  return { delimiter, newline: text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r' };
}

/** Takes a file's text piece by piece: whole lines are read, the rest waits for the next piece. */
function createReader(read: ReadFile) {
  let [head, parser]: [ImportHead | null, Papa.Parser | null] = [null, null];
  let [rest, line] = ['', 1];
  const take = (cells: string[]): void => {
    if (head === null) {
      head = readImportHead(cells);
      Object.assign(read, { ignored: head.ignored, problem: head.problem });
    } else {
      const row = readImportLine(head, cells, line);
      if (row) read.rows.push(row);
    }
    line += linesOf(cells);
  };
  return (piece: string, isLast: boolean): void => {
    rest += parser === null && line === 1 ? piece.replace(/^\uFEFF/, '') : piece;
    parser ??= new Papa.Parser(dialectOf(rest));
    const { data, meta } = parsedSchema.parse(parser.parse(rest, 0, !isLast));
    for (const cells of data) {
      if (read.problem === null) take(cells);
    }
    rest = rest.slice(meta.cursor);
    if (rest.length > LONGEST) read.problem ??= 'unreadable';
    if (read.rows.length > MOST_ROWS) read.problem ??= 'too_many';
    if (isLast && head === null) read.problem ??= 'head_missing';
  };
}

/** Reads a file piece by piece, so that a large one neither fills memory twice nor freezes the page. */
export async function readFile(file: Blob, signal: AbortSignal): Promise<ReadFile> {
  const read: ReadFile = { rows: [], ignored: [], problem: null };
  const next = createReader(read);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const pieces = file.stream().getReader();
  try {
    for (;;) {
      const { value, done } = await pieces.read();
      next(decoder.decode(value, { stream: !done }), done);
      if (done || signal.aborted || read.problem !== null) return read;
    }
  } catch {
    return { ...read, problem: 'unreadable' };
  } finally {
    await pieces.cancel().catch(() => undefined);
  }
}
