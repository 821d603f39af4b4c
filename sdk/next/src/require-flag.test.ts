import { NextRequest, NextResponse } from 'next/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createRequireFlag } from './require-flag';

const pageHeaders = vi.hoisted(() => vi.fn(async () => new Headers()));
vi.mock('next/headers', () => ({ headers: pageHeaders }));

let isOn = false;
const getBooleanValue = vi.fn(async () => isOn);
const requireFlag = createRequireFlag({
  client: { getBooleanValue },
  context: ({ headers }) => ({ targetingKey: headers.get('x-subject') ?? 'nobody' }),
});
const asked = () => getBooleanValue.mock.calls;
beforeEach(() => {
  getBooleanValue.mockClear();
  isOn = false;
});
const request = new NextRequest('https://shop.example/api/orders', { headers: { 'x-subject': 'mira' } });

describe('a page', () => {
  test('is not found while its flag is off', async () => {
    await expect(requireFlag('orders.new_pricing')).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' });
  });

  test('goes on while its flag is on for who asks for it', async () => {
    isOn = true;
    pageHeaders.mockResolvedValueOnce(new Headers({ 'x-subject': 'mira' }));
    await expect(requireFlag('orders.new_pricing')).resolves.toBeUndefined();
    expect(asked()).toEqual([['orders.new_pricing', false, { targetingKey: 'mira' }]]);
  });
});

describe('a route handler', () => {
  const handle = vi.fn(async (_request: NextRequest, { params }: { params: Promise<{ id: string }> }) =>
    Response.json({ id: (await params).id }),
  );
  const GET = requireFlag('orders.new_pricing', handle);
  const params = { params: Promise.resolve({ id: '7' }) };
  beforeEach(() => {
    handle.mockClear();
  });

  test('answers 404 without being called while its flag is off', async () => {
    const answer = await GET(request, params);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'private, no-store']);
    expect(await answer.text()).toBe('Not found');
    expect(handle).not.toHaveBeenCalled();
  });

  test('answers itself, with its parameters, while its flag is on', async () => {
    isOn = true;
    const answer = await GET(request, params);
    expect([answer.status, await answer.json()]).toEqual([200, { id: '7' }]);
    expect(asked()).toEqual([['orders.new_pricing', false, { targetingKey: 'mira' }]]);
  });

  test('is as off as its flag if who asks cannot be told', async () => {
    isOn = true;
    const context = () => Promise.reject(new Error('no session'));
    const gated = createRequireFlag({ client: { getBooleanValue }, context })('a', handle);
    await expect(gated(request, params)).rejects.toThrow('no session');
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('the proxy', () => {
  test('lets requests through while the flag is on, and answers as it was told to while it is off', async () => {
    const refuse = () => new Response('Gone fishing', { status: 404 });
    const proxy = createRequireFlag({ client: { getBooleanValue }, refuse })('orders.new_pricing', () =>
      NextResponse.next(),
    );
    expect(await (await proxy(request)).text()).toBe('Gone fishing');
    isOn = true;
    expect((await proxy(request)).headers.get('x-middleware-next')).toBe('1');
  });

  test('sees what the headers tell of the client, unless told more', async () => {
    const proxy = createRequireFlag({ client: { getBooleanValue } })('a', () => NextResponse.next());
    await proxy(new NextRequest('https://shop.example/', { headers: { 'accept-language': 'de' } }));
    expect(asked()).toEqual([['a', false, { client: { language: 'de' } }]]);
  });
});
