import { allows } from '@/lib/permissions/allows';
import { actorToday } from '../users/actor-today';
import { personBehind } from '../users/person-behind';
import type { Actor } from '../context';
import type { EnvironmentRow, TransactionClient } from '../transaction-client';
import type { RequestLine } from './row';

/** Somebody who said something of a request, as they are today. */
interface Person {
  /** Null once they are gone or shut out. */
  actor: Actor | null;
  /** Whom they count as: a key speaks for who made it. */
  person: string;
}
/** What decides of requests today: the environments of their project, and whoever spoke. */
export interface Standing {
  environments: ReadonlyMap<string, EnvironmentRow>;
  people: ReadonlyMap<string, Person>;
}
export interface Approver {
  id: string;
  name: string;
}

/** Whom an actor counts as: themselves, or the person who made the key. */
export const countedAs = async (db: TransactionClient, who: { kind: string; id: string }): Promise<string> => {
  const kind = who.kind === 'user' || who.kind === 'apiKey' ? who.kind : 'job';
  return (await personBehind(db, { kind, id: who.id })) ?? who.id;
};

/** Reads what decides of these requests, each thing once. */
export async function readStanding(
  db: TransactionClient,
  projectId: string,
  rows: readonly RequestLine[],
  now: Date,
): Promise<Standing> {
  const environments = await db.environment.findMany({ where: { projectId } });
  const people = new Map<string, Person>();
  const spoke = rows.flatMap(({ events, revision }) =>
    events.filter((event) => isWord(event.kind) && event.revision === revision).map(({ actorId }) => actorId),
  );
  for (const id of new Set([...spoke])) {
    const actor =
      (await actorToday(db, { kind: 'user', id }, now)) ?? (await actorToday(db, { kind: 'apiKey', id }, now));
    people.set(id, { actor, person: actor ? await countedAs(db, actor) : id });
  }
  for (const { authorKind: kind, authorId: id } of rows) {
    if (people.has(id)) continue;
    people.set(id, { actor: null, person: await countedAs(db, { kind, id }) });
  }
  return { environments: new Map(environments.map((row) => [row.key, row])), people };
}

/** What decides: an approval, or its opposite. */
const isWord = (kind: string): boolean => kind === 'approve' || kind === 'requestChanges';

/** The environments a request reaches, as they are now; those that are gone are left out. */
export const reachedOf = ({ environments: keys }: Pick<RequestLine, 'environments'>, { environments }: Standing) =>
  keys.flatMap((key) => environments.get(key) ?? []);

/** At least one person looks at what somebody asked for, even where nobody has to. */
const LEAST = 1;

/** How many must approve: as many as the strictest environment wants. */
export const requiredOf = (row: RequestLine, standing: Standing): number =>
  Math.max(LEAST, ...reachedOf(row, standing).map(({ requiredApprovals }) => requiredApprovals));

/**
 * Whose approvals of what the request says now count: the last word of each person, who is still here, may still
 * approve in every environment it reaches, and is not its author under another name.
 */
export function approversOf(row: RequestLine, standing: Standing): Approver[] {
  const author = standing.people.get(row.authorId)?.person ?? row.authorId;
  const reached = reachedOf(row, standing);
  const said = new Map<string, Approver | null>();
  const words = row.events.filter(({ kind, revision }) => isWord(kind) && revision === row.revision);
  for (const { actorId, actorName, kind } of words.sort((a, b) => a.at.getTime() - b.at.getTime() || byId(a, b))) {
    const { actor, person } = standing.people.get(actorId) ?? { actor: null, person: actorId };
    const counts =
      kind === 'approve' &&
      actor !== null &&
      person !== author &&
      actorId !== row.authorId &&
      allows(actor.grants, 'approval.give', row.projectId, reached);
    said.set(person, counts ? { id: actorId, name: actorName } : null);
  }
  return [...said.values()].flatMap((each) => each ?? []);
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
