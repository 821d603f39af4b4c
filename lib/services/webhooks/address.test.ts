import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutbound, type Resolve } from './outbound';

let server: Server;
let port = 0;
let hits = 0;
let answer: RequestListener = (_, response) => response.end('fine');

beforeAll(async () => {
  server = createServer((request, response) => {
    hits += 1;
    request.resume();
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => void server.close());

const PUBLIC: Resolve = async () => [{ address: '93.184.215.14', family: 4 }];
const at =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

/** Every spelling of an address that is not in the open internet, and of other things that are not sent to. */
const REFUSED: readonly [string, string][] = [
  ['https://127.0.0.1/', 'address_private'],
  ['https://127.1/', 'address_private'],
  ['https://127.0.1/', 'address_private'],
  ['https://2130706433/', 'address_private'],
  ['https://0x7f000001/', 'address_private'],
  ['https://0x7f.0.0.1/', 'address_private'],
  ['https://0177.0.0.1/', 'address_private'],
  ['https://017700000001/', 'address_private'],
  ['https://127.0.0.1./', 'address_private'],
  ['https://１２７.0.0.1/', 'address_private'],
  ['https://127。0。0。1/', 'address_private'],
  ['https://%31%32%37.0.0.1/', 'address_private'],
  ['https://0/', 'address_private'],
  ['https://0.0.0.0/', 'address_private'],
  ['https://0.1.2.3/', 'address_private'],
  ['https://10.0.0.1/', 'address_private'],
  ['https://172.16.0.1/', 'address_private'],
  ['https://172.31.255.255/', 'address_private'],
  ['https://192.168.1.1/', 'address_private'],
  ['https://169.254.169.254/latest/meta-data/', 'address_private'],
  ['https://2852039166/', 'address_private'],
  ['https://0xA9FEA9FE/', 'address_private'],
  ['https://0251.0376.0251.0376/', 'address_private'],
  ['https://168.63.129.16/', 'address_private'],
  ['https://100.64.0.1/', 'address_private'],
  ['https://100.100.100.200/', 'address_private'],
  ['https://192.0.0.192/', 'address_private'],
  ['https://192.0.2.1/', 'address_private'],
  ['https://192.88.99.1/', 'address_private'],
  ['https://198.18.0.1/', 'address_private'],
  ['https://198.51.100.1/', 'address_private'],
  ['https://203.0.113.1/', 'address_private'],
  ['https://224.0.0.1/', 'address_private'],
  ['https://240.0.0.1/', 'address_private'],
  ['https://255.255.255.255/', 'address_private'],
  ['https://[::1]/', 'address_private'],
  ['https://[0:0:0:0:0:0:0:1]/', 'address_private'],
  ['https://[::]/', 'address_private'],
  ['https://[::127.0.0.1]/', 'address_private'],
  ['https://[::ffff:127.0.0.1]/', 'address_private'],
  ['https://[::ffff:7f00:1]/', 'address_private'],
  ['https://[::ffff:a9fe:a9fe]/', 'address_private'],
  ['https://[::ffff:0:127.0.0.1]/', 'address_private'],
  ['https://[64:ff9b::7f00:1]/', 'address_private'],
  ['https://[64:ff9b:1::a9fe:a9fe]/', 'address_private'],
  ['https://[2002:7f00:1::]/', 'address_private'],
  ['https://[2001:0:53aa:64c:0:0:80ff:fffe]/', 'address_private'],
  ['https://[fe80::1]/', 'address_private'],
  ['https://[fec0::1]/', 'address_private'],
  ['https://[fc00::1]/', 'address_private'],
  ['https://[fd00:ec2::254]/', 'address_private'],
  ['https://[ff02::1]/', 'address_private'],
  ['https://[100::1]/', 'address_private'],
  ['https://[2001:db8::1]/', 'address_private'],
  ['https://[5f00::1]/', 'address_private'],
  ['https://localhost/', 'address_private'],
  ['https://LOCALHOST/', 'address_private'],
  ['https://localhost./', 'address_private'],
  ['https://a.localhost/', 'address_private'],
  ['https://printer.local/', 'address_private'],
  ['https://metadata.google.internal/', 'address_private'],
  ['http://hooks.example.com/', 'url_scheme'],
  ['http://93.184.215.14/', 'url_scheme'],
  ['ftp://hooks.example.com/', 'url_scheme'],
  ['file:///etc/passwd', 'url_scheme'],
  ['javascript:alert(1)', 'url_scheme'],
  ['https://user@hooks.example.com/', 'url_credentials'],
  ['https://user:secret@hooks.example.com/', 'url_credentials'],
  ['https://hooks.example.com@127.0.0.1/', 'url_credentials'],
  ['https://hooks.example.com:22/', 'url_port'],
  ['https://hooks.example.com:80/', 'url_port'],
  ['https://[fe80::1%25eth0]/', 'url_invalid'],
  ['https://', 'url_invalid'],
  ['https://256.1.1.1/', 'url_invalid'],
  ['hooks.example.com', 'url_invalid'],
  ['//hooks.example.com', 'url_invalid'],
];

describe('an address that is not in the open internet', () => {
  const outbound = createOutbound({ resolve: PUBLIC });
  it.each(REFUSED)('is refused: %s', async (url, refusal) => {
    expect(await outbound.check(url)).toBe(refusal);
    const begun = hits;
    expect(await outbound.post(url, {}, '{}')).toMatchObject({ status: null, error: refusal });
    expect(hits).toBe(begun);
  });

  it.each([
    ['in one of several answers', ['93.184.215.14', '10.0.0.1']],
    ['in the mapped form', ['::ffff:169.254.169.254']],
    ['as a local IPv6 address', ['fd12::1']],
  ])('is refused behind a name, %s', async (_how, addresses) => {
    const hidden = createOutbound({ resolve: at(...addresses) });
    expect(await hidden.check('https://hooks.example.com/')).toBe('address_private');
    expect(await hidden.post('https://hooks.example.com/', {}, '{}')).toMatchObject({ error: 'address_private' });
  });

  it.each(['https://hooks.example.com/', 'https://hooks.example.com:8443/a?b=c', 'https://1.1.1.1/'])(
    'public ones pass: %s',
    async (url) => {
      expect(await outbound.check(url)).toBeNull();
    },
  );

  it('a name that is not known may be written down, and is looked at when it is sent to', async () => {
    const unknown = createOutbound({
      resolve: () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
    });
    expect(await unknown.check('https://later.example.com/')).toBeNull();
    expect(await unknown.check('http://later.example.com/')).toBe('url_scheme');
    expect(await unknown.post('https://later.example.com/', {}, '{}')).toMatchObject({ error: 'host_unknown' });
  });
});

describe('a name whose answer changes', () => {
  it('is refused at the connection, whatever it stood for before', async () => {
    const answers = ['93.184.215.14', '127.0.0.1'];
    const changing = createOutbound({
      resolve: async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }],
    });
    const url = `https://hooks.example.com:${port}/`;
    const begun = hits;
    expect(await changing.check(url)).toBeNull();
    expect(await changing.post(url, {}, '{}')).toMatchObject({ status: null, error: 'address_private' });
    expect(hits).toBe(begun);
  });

  it('is asked once for each connection: what was looked at is what is connected to', async () => {
    let asked = 0;
    const counted = createOutbound({
      allow: ['127.0.0.0/8'],
      resolve: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
      },
    });
    expect(await counted.post(`http://hooks.example.com:${port}/`, {}, '{}')).toMatchObject({ status: 200 });
    expect(asked).toBe(1);
  });
});

describe('what the configuration allows', () => {
  it.each([[['127.0.0.1']], [['127.0.0.0/8']], [['LOCALHOST']]])('is sent to, without TLS too: %j', async (allow) => {
    const allowed = createOutbound({ allow, resolve: at('127.0.0.1') });
    const url = `http://localhost:${port}/`;
    expect(await allowed.check(url)).toBeNull();
    expect(await allowed.post(url, {}, '{}')).toMatchObject({ status: 200, error: null, response: 'fine' });
  });

  it('opens nothing beside it', async () => {
    const allowed = createOutbound({ allow: ['127.0.0.1', 'hooks.internal'], resolve: at('10.0.0.1') });
    for (const url of ['https://127.0.0.2/', 'https://x.hooks.internal/', 'https://[::1]/', 'https://a.example/']) {
      expect(await allowed.check(url), url).toBe('address_private');
    }
    expect(await allowed.check('https://hooks.internal/')).toBeNull();
  });
});

describe('an answer', () => {
  const url = (): string => `http://127.0.0.1:${port}/`;
  const local = createOutbound({ allow: ['127.0.0.1'], timeoutMs: 300 });

  it('that points elsewhere is not followed', async () => {
    answer = (_, response) => response.writeHead(307, { location: url() }).end();
    const begun = hits;
    expect(await local.post(url(), {}, '{}')).toMatchObject({ status: 307, error: 'redirect' });
    expect(hits).toBe(begun + 1);
  });

  it('is kept to its beginning, without what moves a cursor', async () => {
    answer = (_, response) => response.end(`\u001b[31mred\u0000\u202e ${'x'.repeat(100_000)}`);
    const { response } = await local.post(url(), {}, '{}');
    expect(response).toMatch(/^\[31mred x+$/);
    expect(response?.length).toBeLessThanOrEqual(1_024);
  });

  it.each<[string, RequestListener]>([
    ['does not come', () => undefined],
    [
      'never ends',
      (_, response) => {
        response.write('a');
      },
    ],
  ])('that %s is not waited for', async (_how, listener) => {
    answer = listener;
    const begun = performance.now();
    const sent = await local.post(url(), {}, '{}');
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(sent.took).toBeGreaterThanOrEqual(250);
    expect([null, 200]).toContain(sent.status);
  });

  it('that changes the protocol, or comes before any address is known, is not waited for', async () => {
    answer = (_, response) => {
      response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n');
    };
    expect(await local.post(url(), {}, '{}')).toMatchObject({ status: null, error: 'unreachable' });
    const stuck = createOutbound({ timeoutMs: 200, resolve: () => new Promise(() => undefined) });
    expect(await stuck.post('https://hooks.example.com/', {}, '{}')).toMatchObject({ error: 'timeout' });
  });

  it('that nobody gives is told from one that refuses', async () => {
    answer = (_, response) => response.writeHead(500).end('no');
    expect(await local.post(url(), {}, '{}')).toMatchObject({ status: 500, error: 'refused', response: 'no' });
    expect(await local.post('http://127.0.0.1:1/', {}, '{}')).toMatchObject({ status: null, error: 'unreachable' });
    expect(await local.post(`https://127.0.0.1:${port}/`, {}, '{}')).toMatchObject({ status: null, error: 'tls' });
  });
});
