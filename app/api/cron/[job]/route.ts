import { cronRoute } from '@/lib/auth/cron-route';

export const dynamic = 'force-dynamic';
export const GET = cronRoute;
