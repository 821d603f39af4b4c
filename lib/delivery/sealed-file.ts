import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const SEAL = /^\{"sha256":"([0-9a-f]{64})"\}$/;
const BATCH_LINES = 1_000;

const previousOf = (file: string): string => `${file}.previous`;
const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/**
 * Replaces a file by lines and a checksum of them: written beside it, flushed to the disk, renamed. The one before is
 * kept under another name. Readable by this account alone.
 */
export async function writeSealed(file: string, lines: Iterable<string>): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  const handle = await open(temporary, 'w', 0o600);
  const hash = createHash('sha256');
  try {
    let batch: string[] = [];
    const flush = async (): Promise<void> => {
      const text = batch.join('');
      batch = [];
      hash.update(text);
      await handle.writeFile(text);
    };
    for (const line of lines) {
      batch.push(`${line}\n`);
      if (batch.length >= BATCH_LINES) await flush();
    }
    await flush();
    await handle.writeFile(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`);
    await handle.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(file, previousOf(file)).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
}

async function readOne(file: string): Promise<string[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (!text?.endsWith('\n')) return null;
  const start = text.lastIndexOf('\n', text.length - 2) + 1;
  const seal = SEAL.exec(text.slice(start, -1))?.[1];
  const body = text.slice(0, start);
  if (seal === undefined || createHash('sha256').update(body).digest('hex') !== seal) return null;
  return body === '' ? [] : body.slice(0, -1).split('\n');
}

/** The lines of the file, or of the one before it, if its checksum holds; else null. */
export async function readSealed(file: string): Promise<string[] | null> {
  return (await readOne(file)) ?? (await readOne(previousOf(file)));
}
