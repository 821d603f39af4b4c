import { serviceError } from '@/lib/services/errors';

const TAG = /^(?:W\/)?"(\d{1,9})"$/;
const DIGITS = /^\d{1,9}$/;

function fromText(text: string | null, form: RegExp): number | undefined {
  if (text === null) return undefined;
  const digits = form.exec(text.trim());
  if (!digits) throw serviceError('invalid', 'version_unreadable');
  return Number(digits[1] ?? digits[0]);
}

/**
 * The version a write is based on: `version` of the body, `?version=` or `If-Match: "3"`. Undefined without any;
 * refused when two of them disagree, since one of them must be a mistake.
 */
export function readVersion(body: unknown, query: URLSearchParams, headers: Headers): unknown {
  const given = [body, fromText(query.get('version'), DIGITS), fromText(headers.get('if-match'), TAG)];
  const [first, ...rest] = given.filter((version) => version !== undefined);
  if (rest.some((version) => version !== first)) throw serviceError('invalid', 'version_differs');
  return first;
}
