import type { Attributes, ContextValue } from './values';

/** Attributes that say who someone is. They are left out unless `personal` names them. */
const PERSONAL: readonly string[] = [
  'address',
  'birthday',
  'birthdate',
  'dateofbirth',
  'email',
  'emailaddress',
  'familyname',
  'firstname',
  'fullname',
  'givenname',
  'lastname',
  'mobile',
  'name',
  'phone',
  'phonenumber',
  'surname',
  'telephone',
  'username',
];
/** The server decides them, or this package does from what it is given. */
const NOT_THEIRS: readonly string[] = [
  ...['environment', 'now', 'stage', 'stageIndex', 'daysSinceJoined', 'counters', 'roleAtLeast'],
  ...['targetingKey', 'anonymousId', 'tenant', 'app', 'client', 'session', '__proto__'],
];

const plain = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '');

/** A subject's attributes without those that are not theirs to give, and without personal ones nobody asked for. */
export function attributesToSend(
  attributes: Readonly<Record<string, ContextValue | undefined>>,
  personal: readonly string[],
): Attributes {
  const sent: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || NOT_THEIRS.includes(name)) continue;
    if (PERSONAL.includes(plain(name)) && !personal.includes(name)) continue;
    sent[name] = value;
  }
  return sent;
}
