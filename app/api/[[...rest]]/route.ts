import { notFoundRoute } from '@/lib/http/not-found-route';

/** Everything below /api that no other file answers: 404 in JSON, never a page. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = notFoundRoute();
