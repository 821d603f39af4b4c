import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { clockAnswer } from '@/lib/schemas/openapi/access-answers';
import { setClock } from '@/lib/services/clock/set';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/clock', {
  POST: inInstallation(setClock, {
    summary: 'Move the clock',
    description: 'Only where `FLAGSTAFF_ALLOW_TEST_CLOCK` is set. Null goes back to real time.',
    answer: clockAnswer,
    example: { now: '2026-03-01T09:00:00Z' },
  }),
});
