import { openDatabase } from '@/lib/db/open';

// A process of its own that opens the folder it is given: says `open`, or why not, and stays until it is ended.
const dataDir = process.argv[2] ?? '';
try {
  await openDatabase({ dataDir, serve: true });
  process.stdout.write('open\n');
  setInterval(() => {}, 60_000);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : 'failed'}\n`);
  process.exit(1);
}
