import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
  email: z.string(),
  password: z.string().nullable(),
  clientKey: z.string(),
  serverKey: z.string(),
});

/** How to get into the sample installation; the password is null where the operator chose it. */
export type DemoAccess = z.infer<typeof schema>;

const fileOf = (dataDir: string): string => path.join(dataDir, 'demo.json');

/** What an earlier start noted once it had filled the folder, or null. Throws for a file that cannot be read. */
export function readDemoAccess(dataDir: string): DemoAccess | null {
  let text: string;
  try {
    text = readFileSync(fileOf(dataDir), 'utf8');
  } catch {
    return null;
  }
  return schema.parse(JSON.parse(text));
}

/** Written last, so that filling that was interrupted is taken up again. Mode 0600. */
export function writeDemoAccess(dataDir: string, access: DemoAccess): void {
  const temporary = `${fileOf(dataDir)}.new`;
  writeFileSync(temporary, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, fileOf(dataDir));
}
