import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MARK = join('prisma', 'schema.prisma');

/** The folder that holds `prisma/` and `lib/`: above the working folder, else above the script that was started. */
export function appRoot(): string {
  for (const start of [process.cwd(), dirname(process.argv[1] ?? '.')]) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, MARK))) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error(`Flagstaff was started away from its own folder: no ${MARK} above ${process.cwd()}`);
}
