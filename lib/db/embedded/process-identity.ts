import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/** A process, told apart from a later one with the same number, and from one of another container. */
export const processIdentitySchema = z.object({
  pid: z.number().int().positive(),
  /** Since boot in clock ticks where /proc tells it, else a date; compared, never read. */
  startedAt: z.string(),
  /** Where the number is valid: host, boot and process namespace. */
  space: z.string(),
});

export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '', space: ownSpace() };
}

/** `unknown` when the process belongs to another container or host, where its number means nothing here. */
export function livenessOf(owner: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  if (owner.space !== ownSpace()) return 'unknown';
  return startOf(owner.pid) === owner.startedAt ? 'alive' : 'dead';
}

/** Null for no such process, and for a zombie: a killed process that nobody has waited for. */
function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return portableStartOf(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name in brackets, may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function portableStartOf(pid: number): string | null {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
  } catch {
    return null;
  }
}

function ownSpace(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
