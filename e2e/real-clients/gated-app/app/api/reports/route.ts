import { requireFlag } from '../../../flags';

export const GET = requireFlag('reports', () => Response.json({ reports: 'behind a handler' }));
