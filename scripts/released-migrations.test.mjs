import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = 'prisma/migrations';

/** SHA-256 of each migration that data folders may have applied. A change to the schema is another migration. */
const RELEASED = {
  '20261121000000_initial': 'f081f99bf8760eb57aa4d85c77ddddd4fa63659b9b7cffa27657452bacfeece6',
  '20261121114227_tenants_and_people': '0b65998d66b13948eabee1daf2061cfcd123915c66e4334e8c81af1856529833',
  '20261121150000_membership_indexes': '8e0f6f9c6de18b9fac53f71172bb3c516dc0b4e73bf55ddfd7e0986284238c7d',
  '20261121163007_change_over_time': 'cdafc2faa66b60d11ce4240bbd0f6248bce45eb13d504628748356948f3da17e',
};

test.each(Object.entries(RELEASED))('%s is as it was released', (name, digest) => {
  const text = readFileSync(join(FOLDER, name, 'migration.sql'));
  expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
});

test('new migrations come after the released ones', () => {
  const names = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const released = Object.keys(RELEASED);
  expect(
    names
      .map(({ name }) => name)
      .sort()
      .slice(0, released.length),
  ).toEqual(released);
});
