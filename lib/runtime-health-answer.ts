import type { Runtime } from '@/lib/runtime-shape';

export interface HealthAnswer {
  status: number;
  body: string;
}

/**
 * `/api/health`: 200 as long as flags are served, stale ones too, so that an outage of the database does not take the
 * instances out of service. `/live`: the process answers. `/ready`: it has flags to serve. Null for other paths.
 */
export function healthAnswer(path: string, { health }: Pick<Runtime, 'health'>): HealthAnswer | null {
  switch (path) {
    case '/api/health/live':
      return { status: 200, body: JSON.stringify({ status: 'ok' }) };
    case '/api/health':
    case '/api/health/ready': {
      const state = health();
      const body = path === '/api/health' ? state : { status: state.status };
      return { status: state.status === 'starting' ? 503 : 200, body: JSON.stringify(body) };
    }
    default:
      return null;
  }
}
