import type { TestServer } from './server';

/** What a customer's own server says to us, by its key. Throws unless the answer is 2xx. */
export class Application {
  constructor(
    private readonly server: Pick<TestServer, 'url'>,
    private readonly key: string,
  ) {}

  private async post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(this.server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  /** Who a subject is. */
  identify(targetingKey: string, said: { attributes?: object; role?: string; tenant?: string } = {}): Promise<unknown> {
    return this.post('/api/identify', { targetingKey, ...said });
  }

  /** That a subject did something so many times. */
  track(targetingKey: string, event: string, times: number): Promise<{ accepted: number }> {
    const events = Array.from({ length: times }, () => ({
      id: crypto.randomUUID(),
      type: 'track',
      event,
      context: { targetingKey },
    }));
    return this.post('/api/events', { events });
  }

  /** The variant of a flag that a subject is served. */
  async variantOf(flag: string, targetingKey: string): Promise<string | null | undefined> {
    const body = { context: { targetingKey }, keys: [flag] };
    const { flags } = await this.post<{ flags: Record<string, { variant: string | null }> }>('/api/flags', body);
    return flags[flag]?.variant;
  }
}
