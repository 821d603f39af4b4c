import { hash, verify } from '@node-rs/argon2';

/** Argon2id is the package's default; memory in KiB, as OWASP recommends for one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of no password: checked where there is none to check, so that every refusal costs the same. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$SVfa/97I+PJ84UshGOa2hg$l6pi7r/Z5IkBxL8yXXp/ucGUpGvmO0DxxCKB/3OAqlg';

export type CheckPassword = (stored: string, password: string) => Promise<boolean>;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

const checkArgon: CheckPassword = (stored, password) => verify(stored, password).catch(() => false);

/** Whether this is the password; without a stored one the same work is done, and the answer is no. */
export async function checkPassword(
  stored: string | null,
  password: string,
  check: CheckPassword = checkArgon,
): Promise<boolean> {
  const isRight = await check(stored ?? NOBODY, password);
  return stored !== null && isRight;
}
