// npm run complete-lock, after adding or updating a package: enters the packages of other platforms that npm left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { missingPlatforms } from './support/lock-file.mjs';

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingPlatforms(lock);
const entries = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(entries);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages of other platforms entered`);
