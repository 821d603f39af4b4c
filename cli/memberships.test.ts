import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ran } from './testing';

const target = ['--url', 'https://flags.example.com', '--key', 'fsa_key', '--project', 'p'];
const bodySchema = z.object({
  dryRun: z.boolean().optional(),
  rows: z.array(z.object({ line: z.number() })).optional(),
});
type Body = z.output<typeof bodySchema>;

/** A server that answers what `answer` says, and remembers what it was sent. */
function server(answer: (body: Body) => { status?: number; body: unknown }) {
  const sent: { url: string; body: Body & Record<string, unknown> }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const body = z.looseObject(bodySchema.shape).parse(JSON.parse(String(init.body)));
    sent.push({ url, body });
    const { status = 200, body: said } = answer(body);
    return new Response(JSON.stringify(said), { status });
  };
  return { sent, fetch };
}
const fileOf = (text: string) => ({ readFile: async () => text });
const HEAD = 'subject,startDate,endDate\n';
const lines = (count: number): string => HEAD + 'u,2026-03-02,2026-03-31\n'.repeat(count);
const problem = { line: 2, path: 'endsAt', code: 'window_order', message: 'The window must end after it starts.' };
const all = (problems: object[] = []) =>
  server(({ rows = [] }) => ({ body: { added: rows.length - problems.length, present: 0, problems } }));
const importing = ['memberships', 'import', 'm.csv', '--environment', 'production', ...target];

describe('memberships sync', () => {
  const report = {
    ...{ added: 2, removed: 1, updated: 0, unchanged: 5 },
    flags: [{ environment: 'production', flag: 'a', added: 2, removed: 1, updated: 0 }],
  };

  it('asks the server, and prints what it did', async () => {
    const { sent, fetch } = server(() => ({ body: report }));
    const { code, out } = await ran(['memberships', 'sync', '--flag', 'a', ...target], { fetch });
    expect([code, out]).toEqual([
      0,
      'production a: 2 added, 1 removed, 0 updated\n2 added, 1 removed, 0 updated, 5 unchanged',
    ]);
    expect(sent).toEqual([
      { url: 'https://flags.example.com/api/admin/projects/p/memberships/sync', body: { flag: 'a' } },
    ]);
    const json = await ran(['memberships', 'sync', '--json', ...target], { fetch });
    expect(JSON.parse(json.out)).toEqual(report);
  });

  it.each([[['memberships']], [['memberships', 'fix']], [['memberships', 'sync', '--url', 'https://x.example']]])(
    '%j is called wrongly',
    async (argv) => {
      expect((await ran(argv)).code).toBe(2);
    },
  );
});

describe('memberships import', () => {
  it('checks all, then adds in parts', async () => {
    const { sent, fetch } = all();
    const { code, out } = await ran([...importing, '--flag', 'f'], { fetch, ...fileOf(lines(700)) });
    expect([code, out]).toEqual([0, '700 added, 0 there already, 0 with errors']);
    expect(sent.map(({ body }) => [body.dryRun ?? false, body.rows?.length, body.flag])).toEqual([
      [true, 500, 'f'],
      [true, 200, 'f'],
      [false, 500, 'f'],
      [false, 200, 'f'],
    ]);
  });

  it('with an error adds nothing, unless it is told to leave such lines out', async () => {
    const strict = all([problem]);
    const refused = await ran(importing, { fetch: strict.fetch, ...fileOf(lines(3)) });
    expect(refused).toEqual({
      code: 1,
      out: '2 would be added, 0 there already, 1 with errors',
      err: 'line 2: endsAt: The window must end after it starts.',
    });
    expect(strict.sent.every(({ body }) => body.dryRun)).toBe(true);
    const lenient = server(({ rows = [], dryRun }) => ({
      body: { added: dryRun ? 2 : rows.length, present: 0, problems: dryRun ? [problem] : [] },
    }));
    const done = await ran([...importing, '--skip-errors'], { fetch: lenient.fetch, ...fileOf(lines(3)) });
    expect([done.code, done.out]).toEqual([1, '2 added, 0 there already, 1 with errors']);
    expect(lenient.sent.at(-1)?.body.rows?.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('says what a dry run found, what waits for approval, and what cannot be read', async () => {
    const { fetch } = all();
    const dry = await ran([...importing, '--dry-run', '--json'], { fetch, ...fileOf(lines(1)) });
    expect(JSON.parse(dry.out)).toMatchObject({ rows: 1, added: 1, dryRun: true });
    const held = server(({ dryRun, rows = [] }) =>
      dryRun
        ? { body: { added: rows.length, present: 0, problems: [] } }
        : { status: 202, body: { changeRequest: { number: 4 } } },
    );
    const waits = await ran(importing, { fetch: held.fetch, ...fileOf(lines(2)) });
    expect(waits.out).toBe('0 added, 0 there already, 0 with errors\n2 wait for approval');
    const odd = await ran(importing, fileOf('a,b\n1,2'));
    expect([odd.code, odd.err]).toEqual([1, expect.stringContaining('The first line must name the columns')]);
    const absent = await ran(importing, { readFile: () => Promise.reject(new Error('no')) });
    expect([absent.code, absent.err]).toEqual([1, 'flagstaff memberships: m.csv cannot be read']);
  });
});
