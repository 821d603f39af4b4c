import { cronRoute } from '@/lib/auth/cron-route';
import { methodNotAllowed, optionsAnswer } from '@/lib/http/method-answers';

export const dynamic = 'force-dynamic';
/** Seconds, where the platform limits how long an answer may take; what is left is done by the next call. */
export const maxDuration = 60;

const refuse = methodNotAllowed(['GET']);

export const GET = cronRoute;
// Asking whether it is there must not set it off.
export const HEAD = refuse;
export const POST = refuse;
export const PUT = refuse;
export const PATCH = refuse;
export const DELETE = refuse;
export const OPTIONS = optionsAnswer(['GET']);
