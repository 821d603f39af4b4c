import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Ruleset } from '@/lib/engine/model';
import { createRuleset } from '@/lib/engine/ruleset';
import type { Item } from '@/lib/engine/types';
import { parseItem } from '@/lib/schemas/item';
import { brokenItem } from './broken-item';
import type { Loaded } from './load';
import { rulesetItems } from './ruleset-items';
import { readSealed, writeSealed } from './sealed-file';

const manifestSchema = z.object({ v: z.literal(1), environments: z.array(z.string().regex(/^[\w-]{1,64}$/)) });
const headSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  project: z.string(),
  key: z.string(),
  epoch: z.string(),
  number: z.number(),
  rows: z.number(),
  signingSecret: z.string().nullable().default(null),
});
const rowSchema = z.object({ kind: z.string(), key: z.string(), body: z.unknown() });

export interface Snapshots {
  /** Writes what changed since it was last written. */
  save(held: readonly Loaded[]): Promise<void>;
  /** What was written last, if every environment of it is whole; nothing of a part. */
  restore(): Promise<Loaded[] | null>;
}

function* linesOf({ id, project, key, signingSecret, rows, ruleset }: Loaded): Generator<string> {
  const { epoch, number } = ruleset;
  yield JSON.stringify({ v: 1, id, project, key, epoch, number, rows, signingSecret });
  for (const item of rulesetItems(ruleset)) yield JSON.stringify(item);
}

function itemOf(line: string): Item[] {
  const row = rowSchema.parse(JSON.parse(line));
  const item = parseItem({ kind: row.kind, key: row.key, body: row.body }).item ?? brokenItem(row.kind, row.key);
  return item ? [item] : [];
}

function loadedOf([first = '', ...lines]: string[]): Loaded {
  const { id, project, key, epoch, number, rows, signingSecret } = headSchema.parse(JSON.parse(first));
  const items = lines.flatMap(itemOf);
  const ruleset = createRuleset({ project, environment: key, epoch, number, items });
  return { id, project, key, signingSecret, rows, ruleset };
}

/** Rulesets, keys among them, on this machine's disk: an instance that starts in an outage has flags all the same. */
export function createSnapshots(folder: string): Snapshots {
  const written = new Map<string, Ruleset>();
  const manifest = path.join(folder, 'manifest.json');
  const fileOf = (id: string): string => path.join(folder, `${id}.ndjson`);
  let listed = '';
  return {
    async save(held) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const loaded of held) {
        if (written.get(loaded.id) === loaded.ruleset) continue;
        await writeSealed(fileOf(loaded.id), linesOf(loaded));
        written.set(loaded.id, loaded.ruleset);
      }
      const list = JSON.stringify({ v: 1, environments: held.map(({ id }) => id).sort() });
      if (list !== listed) await writeSealed(manifest, [list]);
      listed = list;
    },
    async restore() {
      const [list] = (await readSealed(manifest)) ?? [];
      if (list === undefined) return null;
      const restored: Loaded[] = [];
      for (const id of manifestSchema.parse(JSON.parse(list)).environments) {
        const lines = await readSealed(fileOf(id));
        if (!lines) return null;
        restored.push(loadedOf(lines));
      }
      return restored;
    },
  };
}
