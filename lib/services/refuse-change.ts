import { asChangeError, type ChangeError } from '@/lib/changes/issue';
import { serviceError } from './errors';

/** Refusals with a code of their own at the top, since programs react to them. */
const OWN_CODES = ['flag_killed'] as const;

const ownCode = ({ code }: ChangeError): string => OWN_CODES.find((own) => own === code) ?? 'change_refused';

/** Turns the refusal of a change into a refusal of the service; anything else stays what it is. */
export function refusalOfChange(thrown: unknown): unknown {
  const change = asChangeError(thrown);
  if (!change) return thrown;
  const issues = change.issues.map(({ path, code, message, params }) => ({ path, code, message, params }));
  if (change.kind === 'invalid') return serviceError('invalid', 'invalid', { issues, cause: thrown });
  return serviceError('refused', ownCode(change), { issues, cause: thrown });
}
