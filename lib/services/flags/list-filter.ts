import { Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '../like';
import type { EnvironmentRow } from '../transaction';
import type { SearchTerms } from './search-terms';

const NOTHING = Prisma.sql`FALSE`;

/** What configurations must look like for a state, in SQL over `i.body`; `on` and `off` are not killed ones. */
const STATES = new Map([
  ['on', Prisma.sql`i.body->>'state' = 'on' AND i.body->>'killed' = 'false'`],
  ['off', Prisma.sql`i.body->>'state' = 'off' AND i.body->>'killed' = 'false'`],
  ['default', Prisma.sql`i.body->>'state' = 'default' AND i.body->>'killed' = 'false'`],
  ['killed', Prisma.sql`i.body->>'killed' = 'true'`],
]);
/** `env:` without `state:` means the flags that are not off there. */
const NOT_OFF = Prisma.sql`i.body->>'state' <> 'off'`;

const contains = (column: Prisma.Sql, text: string): Prisma.Sql =>
  Prisma.sql`${column} ILIKE ${`%${likeLiteral(text)}%`}`;

function byState(environments: readonly EnvironmentRow[], wanted: readonly string[], states: readonly string[]) {
  const keys = new Set(wanted.map((key) => key.toLowerCase()));
  const ids = environments.filter(({ keyFolded }) => keys.size === 0 || keys.has(keyFolded)).map(({ id }) => id);
  const conditions = states.length === 0 ? [NOT_OFF] : states.map((state) => STATES.get(state) ?? NOTHING);
  // IS TRUE keeps it a hashed look-up: as a join, the planner guesses few rows in JSON and scans for each.
  return Prisma.sql`(f.key IN (
    SELECT i.key FROM item i WHERE i.environment_id = ANY(${ids}) AND i.kind = 'config' AND i.to_number IS NULL
      AND (${Prisma.join(conditions, ' OR ')}))) IS TRUE`;
}

/** The SQL that selects from `flag f` what a search asks for, `stale:` and `archived:` left to the caller. */
export function searchFilter({ terms, words }: SearchTerms, environments: readonly EnvironmentRow[]): Prisma.Sql[] {
  const valuesOf = (key: string): string[] => terms.filter((term) => term.key === key).map(({ value }) => value);
  const [states, wanted] = [valuesOf('state').map((state) => state.toLowerCase()), valuesOf('env')];
  const text = (word: string): Prisma.Sql => {
    const columns = [Prisma.sql`f.key`, Prisma.sql`f.name`, Prisma.sql`f.description`];
    const tagged = Prisma.sql`EXISTS (SELECT 1 FROM unnest(f.tags) AS tag WHERE ${contains(Prisma.sql`tag`, word)})`;
    return Prisma.sql`(${Prisma.join([...columns.map((column) => contains(column, word)), tagged], ' OR ')})`;
  };
  return [
    ...valuesOf('tag').map((tag) => Prisma.sql`${tag} = ANY(f.tags)`),
    ...valuesOf('owner').map((owner) => contains(Prisma.sql`f.owner`, owner)),
    ...valuesOf('kind').map((kind) => Prisma.sql`f.kind = ${kind.toLowerCase()}`),
    ...valuesOf('type').map((type) => Prisma.sql`f.type = ${type.toLowerCase()}`),
    ...(states.length > 0 || wanted.length > 0 ? [byState(environments, wanted, states)] : []),
    ...words.map(text),
  ];
}
