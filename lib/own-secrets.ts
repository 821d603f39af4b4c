import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ sessionSecret: z.string().min(32), encryptionKeys: z.string().min(32) });

export type OwnSecrets = z.infer<typeof schema>;

/** The secrets a demo or development server makes for itself: kept in `<dataDir>/secrets.json`, mode 0600. */
export function ownSecrets(dataDir: string): OwnSecrets {
  const file = join(dataDir, 'secrets.json');
  return read(file) ?? create(dataDir, file);
}

function read(file: string): OwnSecrets | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`${file} cannot be read; restore it, or delete it to make new secrets`, { cause: error });
  }
}

function create(dataDir: string, file: string): OwnSecrets {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const secrets = {
    sessionSecret: randomBytes(48).toString('base64'),
    encryptionKeys: `k1:${randomBytes(32).toString('base64')}`,
  };
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const descriptor = openSync(/* turbopackIgnore: true */ temporary, 'wx', 0o600);
  writeSync(descriptor, JSON.stringify(secrets));
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(temporary, file);
    return secrets;
  } catch (error) {
    // Another process was first: its secrets are the ones.
    const theirs = read(file);
    if (theirs) return theirs;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}
