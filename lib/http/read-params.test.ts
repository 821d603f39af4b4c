import { describe, expect, it } from 'vitest';
import { readParams } from './read-params';

const PATH = '/api/things/{key}/parts/{part}';
const decodedByNext = { params: Promise.resolve({ key: 'a%20b', part: 'p' }) };
const read = (pathname: string) => readParams(decodedByNext, PATH, pathname);

describe('parameters of a path', () => {
  it('are decoded once, from the address as it was sent', async () => {
    expect(await read('/api/things/a%2520b/parts/p')).toEqual({ key: 'a%20b', part: 'p' });
    expect(await read('/api/things/a%20b/parts/x%2Fy%25')).toEqual({ key: 'a b', part: 'x/y%' });
    expect(await read('/api/things/%C3%BC/parts/__proto__')).toEqual({ key: 'ü', part: '__proto__' });
  });

  it('are what the framework says where the address has another form', async () => {
    expect(await read('/elsewhere')).toEqual({ key: 'a b', part: 'p' });
    expect(await readParams(undefined, PATH, '/elsewhere')).toEqual({});
  });

  it('that are no text are refused', async () => {
    await expect(read('/api/things/%ff/parts/p')).rejects.toMatchObject({ kind: 'not_found' });
    await expect(read('/api/things/%00/parts/p')).rejects.toMatchObject({ kind: 'invalid' });
  });
});
