import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Unix sockets have at most 103 bytes of path on macOS, 107 on Linux. */
const LONGEST = 103;
export const SOCKET_NAME = '.s.PGSQL.5432';

/** A folder that only this user may enter: in the data folder, or in the temporary one where that path is too long. */
export function makeSocketFolder(dataDir: string): string {
  const near = join(dataDir, 'socket');
  const isShort = Buffer.byteLength(join(near, SOCKET_NAME)) <= LONGEST;
  const far = join(tmpdir(), `flagstaff-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
  const folder = isShort ? near : far;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = statSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) {
    throw new Error(`${folder} must belong to the user that runs Flagstaff, with mode 0700`);
  }
  return folder;
}
