import { calendarFileRoute } from '@/lib/auth/calendar-route';
import { methodNotAllowed, optionsAnswer } from '@/lib/http/method-answers';

export const dynamic = 'force-dynamic';

const refuse = methodNotAllowed(['GET']);

export const GET = calendarFileRoute;
export const POST = refuse;
export const PUT = refuse;
export const PATCH = refuse;
export const DELETE = refuse;
export const OPTIONS = optionsAnswer(['GET']);
