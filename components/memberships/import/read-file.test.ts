import { describe, expect, it } from 'vitest';
import { readFile } from './read-file';

const fileOf = (...parts: BlobPart[]): File => new File(parts, 'memberships.csv', { type: 'text/csv' });
const read = (...parts: BlobPart[]) => readFile(fileOf(...parts), new AbortController().signal);

describe('a file of memberships', () => {
  it('is read with lines as an editor counts them, and columns that are not known are named', async () => {
    const found = await read(
      '\uFEFFSubject;Start date;endDate;Team\r\n"a";2026-03-02;2026-03-31;x\r\n\r\n"b\nc";2026-03-02;;\r\nd;;;\r\n',
    );
    expect(found).toEqual({
      rows: [
        { line: 2, subject: 'a', startDate: '2026-03-02', endDate: '2026-03-31' },
        { line: 4, subject: 'b\nc', startDate: '2026-03-02' },
        { line: 6, subject: 'd' },
      ],
      ignored: ['Team'],
      problem: null,
    });
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'head_missing'],
    ['other columns', 'a,b\n1,2\n', 'head_missing'],
    ['no end', 'subject,startDate\nu,2026-03-02\n', 'head_end'],
    ['a quotation mark that never closes', `subject,startDate,endDate\n"${'x\n'.repeat(600_000)}`, 'unreadable'],
  ])('with %s is not read', async (_, text, problem) => {
    expect(await read(text)).toMatchObject({ rows: [], problem });
  });

  it('that is not UTF-8 is not read', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('subject,startDate,endDate\nJ'), 0xfc, 0x0a]);
    expect(await read(bytes)).toMatchObject({ problem: 'unreadable' });
  });

  it('of 100,000 lines is read in pieces, each with its line', async () => {
    const lines = Array.from({ length: 100_000 }, (_, n) => `user-${n},2026-03-02,2026-03-31\n`);
    const { rows, problem } = await read(`subject,startDate,endDate\n${lines.join('')}`);
    expect([rows.length, rows.at(-1), problem]).toEqual([
      100_000,
      { line: 100_001, subject: 'user-99999', startDate: '2026-03-02', endDate: '2026-03-31' },
      null,
    ]);
  });
});
