import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { isCron } from '@/lib/schemas/cron';
import english from '@/messages/en/jobs.json';
import { JOBS } from './registry';

const names = JOBS.map(({ name }) => name).sort();
const vercel = z.object({ crons: z.array(z.object({ path: z.string(), schedule: z.string() })) });

it('has each name once, and words for it', () => {
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(english.names).sort()).toEqual(names);
});

it('is what vercel.json calls, each by a time that comes', () => {
  const { crons } = vercel.parse(JSON.parse(readFileSync('vercel.json', 'utf8')));
  expect(crons.map(({ path }) => path).sort()).toEqual(names.map((name) => `/api/cron/${name}`));
  expect(crons.filter(({ schedule }) => !isCron(schedule))).toEqual([]);
});

it('is what docs/jobs.md tells of', () => {
  const text = readFileSync('docs/jobs.md', 'utf8');
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
