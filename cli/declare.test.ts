import { expect, it } from 'vitest';
import { ran } from './testing';

const FLAGS = [{ key: 'banner', type: 'boolean', default: true }];
const place = ['--project', 'default', '--url', 'https://flags.example.com', '--key', 'fsa_key'];
const named = ['--environment', 'staging', '--source', 'web', '--version', '1.4.2'];
const REPORT = {
  created: ['banner'],
  changed: ['limit'],
  unchanged: 3,
  withdrawn: ['old'],
  conflicts: [{ flag: 'limit', value: 10, sources: [{ source: 'worker', version: '7', value: 20 }] }],
};

function world(file: unknown, status = 200, answer: unknown = REPORT) {
  const sent: { url: string; body: unknown }[] = [];
  return {
    sent,
    readFile: async () => (typeof file === 'string' ? file : JSON.stringify(file)),
    fetch: async (url: string, init: RequestInit) => {
      sent.push({ url, body: JSON.parse(String(init.body)) });
      return new Response(JSON.stringify(answer), { status });
    },
  };
}

it('posts the flags of a file, and prints what became of them', async () => {
  const io = world(FLAGS);
  const { code, out } = await ran(['declare', '--file', 'flags.json', ...place, ...named], io);
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'created: banner',
    'changed: limit',
    'no longer declared: old',
    'unchanged: 3',
    'limit: 10 stays in force, though worker 7 says 20',
  ]);
  expect(io.sent).toEqual([
    {
      url: 'https://flags.example.com/api/admin/projects/default/registry',
      body: { environment: 'staging', source: 'web', version: '1.4.2', flags: FLAGS },
    },
  ]);
});

it('takes from the file what the command line leaves out', async () => {
  const io = world({ environment: 'development', source: 'api', version: '1', flags: FLAGS });
  const { out } = await ran(['declare', '--file', 'flags.json', '--version', '2', '--json', ...place], io);
  expect(JSON.parse(out)).toEqual(REPORT);
  expect(io.sent[0]?.body).toMatchObject({ environment: 'development', source: 'api', version: '2' });
});

it.each([
  ['no file', ['declare', ...place, ...named], FLAGS],
  ['no project', ['declare', '--file', 'x', ...named], FLAGS],
  ['no source', ['declare', '--file', 'x', ...place], FLAGS],
  ['a file that is no JSON', ['declare', '--file', 'x', ...place, ...named], '{'],
  ['a file without flags', ['declare', '--file', 'x', ...place, ...named], { source: 'web' }],
])('%s: called wrongly, and nothing is asked', async (_what, argv, file) => {
  const io = world(file);
  expect((await ran(argv, io)).code).toBe(2);
  expect(io.sent).toEqual([]);
});

it('says what the server refuses', async () => {
  const error = { code: 'flag_type_differs', message: 'A declared flag exists with another type.' };
  const { code, err } = await ran(['declare', '--file', 'x', ...place, ...named], world(FLAGS, 409, { error }));
  expect([code, err]).toEqual([1, 'flagstaff declare: A declared flag exists with another type.']);
});
