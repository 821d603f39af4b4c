import { route } from '@/lib/auth/route';
import { env } from '@/lib/env';
import { inInstallation } from '@/lib/http/operation';
import { clockAnswer } from '@/lib/schemas/openapi/access-answers';
import { setClock } from '@/lib/services/clock/set';
import type { InstallationScope, ServiceContext } from '@/lib/services/context';
import { serviceError } from '@/lib/services/errors';

const ifAllowed = Object.assign(
  async (ctx: ServiceContext<InstallationScope>, input: unknown) => {
    if (!env().allowTestClock) throw serviceError('forbidden', 'clock_locked');
    return setClock(ctx, input);
  },
  { input: setClock.input, verbName: setClock.verbName, permission: setClock.permission },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/clock', {
  POST: inInstallation(ifAllowed, {
    summary: 'Move the clock',
    description: 'Only where `FLAGSTAFF_ALLOW_TEST_CLOCK` is set. Null goes back to real time.',
    answer: clockAnswer,
    example: { now: '2026-03-01T09:00:00Z' },
  }),
});
