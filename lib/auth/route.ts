import { createRoute } from '@/lib/http/wrapper';
import { edge } from './edge';

/** What route files are made with: `export const { GET, … } = route(path, { GET: inProject(verb, …) })`. */
export const route = createRoute(edge);
