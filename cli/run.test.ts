import { describe, expect, it } from 'vitest';
import { ran } from './testing';

interface Sent {
  url: string;
  init: RequestInit;
}

/** A server that answers everything the same, and remembers what it was asked. */
function server(status: number, body: unknown) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return new Response(JSON.stringify(body), { status });
  };
  return { sent, fetch };
}
const target = ['--url', 'https://flags.example.com/', '--key', 'fss_key'];
const answer = { key: 'a', value: { size: 2 }, variant: 'on', reason: 'TARGETING_MATCH', cause: 'rule' };

describe('calling it', () => {
  it.each([
    [[], 2],
    [['help'], 0],
    [['--help'], 0],
    [['eval', '--help'], 0],
  ])('%j prints help', async (argv, code) => {
    const { out, ...rest } = await ran(argv);
    expect(rest).toEqual({ code, err: '' });
    for (const command of ['make-admin', 'eval', 'explain', 'audit verify']) expect(out).toContain(command);
  });

  it.each([
    [['fly']],
    [['__proto__']],
    [['eval']],
    [['eval', 'a', '--wings']],
    [['eval', 'a', '--context', '[1]', ...target]],
    [['eval', 'a', '--context', '{', ...target]],
    [['eval', 'a', '--url', 'ftp://x', '--key', 'k']],
    [['eval', 'a', '--url', 'https://x.example']],
    [['explain', 'a', '--project', 'p', ...target]],
    [['make-admin']],
    [['make-admin', '--email', 'a@b.cd']],
    [['make-admin', '--email', 'a@b.cd', '--password', 'x', '--password-stdin']],
    [['audit']],
    [['audit', 'fix']],
    [['audit', 'verify', '--file', 'x', '--project', 'p']],
    [['audit', 'export', 'x']],
  ])('%j is wrong: exit code 2, and nothing is asked of anybody', async (argv) => {
    const { code, out, err } = await ran(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('flagstaff');
    expect(err).not.toContain('the test gave no');
  });
});

describe('eval', () => {
  it('prints the value, as an application gets it', async () => {
    const { sent, fetch } = server(200, answer);
    const argv = ['eval', 'a/b c', '--context', '{"targetingKey":"u1"}', ...target];
    expect(await ran(argv, { fetch })).toEqual({ code: 0, out: '{"size":2}', err: '' });
    expect(sent[0]?.url).toBe('https://flags.example.com/api/flags/a%2Fb%20c');
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"context":{"targetingKey":"u1"}}',
      redirect: 'error',
    });
    expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer fss_key' });
  });

  it('says when the caller’s own default counts, and prints everything as JSON', async () => {
    const none = { key: 'a', variant: null, reason: 'DEFAULT' };
    expect((await ran(['eval', 'a', ...target], server(200, none))).out).toContain('own default');
    expect(JSON.parse((await ran(['eval', 'a', '--json', ...target], server(200, none))).out)).toEqual(none);
  });

  it('takes server and key from the environment', async () => {
    const { sent, fetch } = server(200, answer);
    const defaults = () => ({ url: 'http://localhost:3000', key: 'fsc_env' });
    expect((await ran(['eval', 'a'], { fetch, defaults })).code).toBe(0);
    expect(sent[0]?.url).toBe('http://localhost:3000/api/flags/a');
  });

  it.each([
    [404, { key: 'a', errorCode: 'FLAG_NOT_FOUND' }, 'FLAG_NOT_FOUND'],
    [401, { errorCode: 'GENERAL', errorDetails: 'Send a key.' }, 'Send a key.'],
    [502, null, 'the server answered 502'],
  ])('fails with what the server says: %i', async (status, body, words) => {
    const { code, out, err } = await ran(['eval', 'a', '--json', ...target], server(status, body));
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(JSON.parse(out)).toEqual(body ?? { error: { message: words } });
  });

  it('fails when nothing answers, without naming the key', async () => {
    const { code, err } = await ran(['eval', 'a', ...target]);
    expect([code, err]).toEqual([1, 'flagstaff eval: https://flags.example.com does not answer']);
  });
});

describe('explain', () => {
  const trace = [
    { step: 'killed', verdict: 'passed', message: 'killed.no' },
    { step: 'rule', verdict: 'answered', id: 'r1' },
  ];

  it('prints the verdict and a line for each step', async () => {
    const { sent, fetch } = server(200, { ...answer, trace });
    const { code, out } = await ran(['explain', 'a', ...target], { fetch });
    expect(code).toBe(0);
    expect(sent[0]?.url).toBe('https://flags.example.com/api/flags/a?explain=1');
    const [first, ...steps] = out.split('\n');
    expect(first).toBe('a: {"size":2}  TARGETING_MATCH (rule)');
    expect(steps).toHaveLength(2);
    expect(steps[1]).toMatch(/rule +answered +\{"id":"r1"\}/);
  });

  it('asks a project’s environment with an admin key', async () => {
    const { sent, fetch } = server(200, { ...answer, trace });
    const where = ['--project', 'shop', '--environment', 'live'];
    const { out } = await ran(['explain', 'a', '--json', ...where, ...target], { fetch });
    expect(sent[0]?.url).toBe('https://flags.example.com/api/admin/projects/shop/flags/a/environments/live/explain');
    expect(JSON.parse(out)).toMatchObject({ trace });
  });
});

describe('audit verify, of a server', () => {
  it.each([
    [{ ok: true, entries: 12, erased: 1, problems: [] }, 0, 'shop: whole, 12 entries, 1 erased'],
    [
      { ok: false, entries: 12, erased: 0, problems: [{ seq: 4, problem: 'edited' }] },
      1,
      'shop: TAMPERED WITH, 12 entries\n  entry 4: edited',
    ],
  ])('%j exits with %i', async (verdict, code, out) => {
    const { sent, fetch } = server(200, verdict);
    expect(await ran(['audit', 'verify', '--project', 'shop', ...target], { fetch })).toEqual({ code, out, err: '' });
    expect(sent[0]).toMatchObject({
      url: 'https://flags.example.com/api/admin/projects/shop/audit/verify',
      init: { method: 'GET' },
    });
  });
});
