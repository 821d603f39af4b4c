import { healthRoute } from '@/lib/runtime-route';

export const GET = healthRoute;
