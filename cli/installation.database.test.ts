import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/create-test-database';
import { type Env, parseEnv } from '@/lib/env';
import { withInstallation } from '@/lib/runtime-operator';
import { createSecrets } from '@/lib/services/secrets';
import { signIn } from '@/lib/services/users/sign-in';
import type { Io } from './io';
import { ran } from './testing';

let test: TestDatabase;
let env: Env;
let world: Partial<Io>;
const PASSWORD = 'from the terminal';
const keys = 'k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';

beforeAll(async () => {
  // On the embedded database this is the running server, which the commands reach over its socket.
  test = await createTestDatabase();
  const { url, dataDir } = test.options;
  env = parseEnv({ ...process.env, DATABASE_URL: url, FLAGSTAFF_DATA_DIR: dataDir, FLAGSTAFF_ENCRYPTION_KEYS: keys });
  world = {
    withInstallation: (work) => withInstallation(work, env),
    secrets: () => createSecrets(env.encryptionKeys.map(({ id, key }) => ({ id, bytes: key }))),
  };
});
afterAll(() => test.close());

const entries = () => test.database.prisma.auditEntry.count();

describe('make-admin', () => {
  it('makes somebody an administrator, who can sign in', async () => {
    const made = await ran(['make-admin', '--email', 'ops@example.com', '--password', PASSWORD], world);
    expect(made).toEqual({ code: 0, out: 'ops@example.com is an administrator and can sign in.', err: '' });
    const session = await withInstallation(
      (ctx) => signIn(ctx, { email: 'ops@example.com', password: PASSWORD }, null),
      env,
    );
    expect(session).not.toBeNull();
    const entry = await test.database.prisma.auditEntry.findFirstOrThrow({ where: { action: 'user.makeAdmin' } });
    expect(entry).toMatchObject({ via: 'cli', actorName: 'operator' });
  });

  it('reads a password from its input, without the line’s end', async () => {
    const argv = ['make-admin', '--email', 'second@example.com', '--name', 'Second', '--password-stdin', '--json'];
    const { code, out } = await ran(argv, { ...world, stdin: async () => `${PASSWORD}\n` });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ name: 'Second', active: true });
    expect(out).not.toContain(PASSWORD);
    const credentials = { email: 'second@example.com', password: PASSWORD };
    expect(await withInstallation((ctx) => signIn(ctx, credentials, null), env)).not.toBeNull();
  });

  it('says what is wrong with what it was given, and changes nothing', async () => {
    const before = await entries();
    const { code, out, err } = await ran(['make-admin', '--email', 'no address', '--password', 'short'], world);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('email: Write an e-mail address.');
    expect(err).toContain('password: This is too short: at least 8 characters.');
    expect(await entries()).toBe(before);
  });

  it('writes nothing under keys that are not the server’s', async () => {
    const before = await entries();
    const foreign = { ...env, encryptionKeys: [{ id: 'k1', key: Buffer.alloc(32, 3) }] };
    const argv = ['make-admin', '--email', 'third@example.com', '--password', PASSWORD];
    const { code, err } = await ran(argv, { withInstallation: (work) => withInstallation(work, foreign) });
    expect(code).toBe(1);
    expect(err).toContain('FLAGSTAFF_ENCRYPTION_KEYS');
    expect(await entries()).toBe(before);
  });
});

describe('audit', () => {
  it('is whole, in the database and in an exported file', async () => {
    const inPlace = await ran(['audit', 'verify'], world);
    expect(inPlace).toMatchObject({ code: 0, err: '' });
    expect(inPlace.out).toMatch(/^installation: whole, \d+ entries$/m);
    const { out: file } = await ran(['audit', 'export'], world);
    const readFile = async () => file;
    const offline = await ran(['audit', 'verify', '--file', 'audit.json', '--json'], {
      secrets: world.secrets,
      readFile,
    });
    expect(offline.code).toBe(0);
    const there = await ran(['audit', 'verify', '--json'], world);
    expect(JSON.parse(offline.out)).toEqual(JSON.parse(there.out));
  });

  it('tells of a file that was changed, and of one that is none', async () => {
    const { out: file } = await ran(['audit', 'export'], world);
    const verify = (text: string) =>
      ran(['audit', 'verify', '--file', 'audit.json'], { secrets: world.secrets, readFile: async () => text });
    const changed = await verify(file.replaceAll('user.makeAdmin', 'user.makeAdmim'));
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('installation: TAMPERED WITH');
    expect(changed.out).toContain(': edited');
    expect(await verify('{}')).toMatchObject({ code: 1, err: expect.stringContaining('not an exported audit') });
    expect(await ran(['audit', 'verify', '--file', 'absent'], world)).toMatchObject({ code: 1 });
  });

  it('tells of an entry that was changed in the database', async () => {
    const { prisma } = test.database;
    const { chain, seq } = await prisma.auditEntry.findFirstOrThrow({ where: { action: 'user.makeAdmin' } });
    await prisma.auditEntry.update({ where: { chain_seq: { chain, seq } }, data: { actorName: 'nobody' } });
    const { code, out } = await ran(['audit', 'verify'], world);
    expect(code).toBe(1);
    expect(out).toContain(`entry ${seq}: edited`);
  });
});
