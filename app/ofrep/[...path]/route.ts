import { deliveryRoute } from '@/lib/runtime-route';

export const GET = deliveryRoute;
export const HEAD = deliveryRoute;
export const POST = deliveryRoute;
export const PUT = deliveryRoute;
export const PATCH = deliveryRoute;
export const DELETE = deliveryRoute;
export const OPTIONS = deliveryRoute;
