import { migrate } from '@/lib/db/migrate';
import { openDatabase } from '@/lib/db/open';

// Opens the folder it is given, says what it finds, then writes pairs of rows until it is killed, saying each one only
// once its commit was acknowledged. Lanes write side by side; each numbers its pairs without a gap.
const LANES = 4;
const dataDir = process.argv[2] ?? '';
const say = (...words: (string | number)[]) => process.stdout.write(`${words.join(' ')}\n`);

const { prisma, ...database } = await openDatabase({ dataDir, serve: true });
await migrate({ prisma, ...database });
await prisma.$executeRaw`CREATE TABLE IF NOT EXISTS pair (lane int, n int, half text, PRIMARY KEY (lane, n, half))`;
const found = await prisma.$queryRaw<{ lane: number; whole: number; rows: number; last: number }[]>`
  SELECT lane, count(DISTINCT n)::int AS whole, count(*)::int AS rows, max(n)::int AS last FROM pair GROUP BY lane`;
for (const { lane, whole, rows, last } of found) say('found', lane, whole, rows, last);
say('ready');

async function write(lane: number) {
  for (let n = (found.find((row) => row.lane === lane)?.last ?? 0) + 1; ; n += 1) {
    await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO pair VALUES (${lane}, ${n}, 'left')`;
      await tx.$executeRaw`INSERT INTO pair VALUES (${lane}, ${n}, 'right')`;
    });
    say('wrote', lane, n);
  }
}
await Promise.all(Array.from({ length: LANES }, (_, lane) => write(lane)));
