import { OpenFeature } from '@openfeature/web-sdk';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { createRoot, type Root } from 'test-renderer';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BulkServer, bulkServer } from '../../testing/bulk-server';
import { shownText } from '../../testing/shown-text';
import { withoutBrowser } from '../../testing/without-browser';
import { Feature } from './feature';
import { FlagstaffProvider, type FlagstaffProviderProps } from './flagstaff-provider';

let server: BulkServer;
let root: Root;
withoutBrowser();

beforeEach(async () => {
  server = await bulkServer({ reports: false, search: true });
  root = createRoot();
});
afterEach(async () => {
  root.unmount();
  await OpenFeature.clearProviders();
  await server.close();
});

const page = (props: Partial<FlagstaffProviderProps> = {}) => (
  <FlagstaffProvider
    url={server.url}
    clientKey="fsc_a-client-key-of-a-test"
    context={{ targetingKey: 'mira' }}
    pollInterval={20}
    {...props}
  >
    <Feature flag="reports" fallback="No reports">
      Reports
    </Feature>
    <Feature flag="search">Search</Feature>
    <Feature flag="unknown">Unknown</Feature>
  </FlagstaffProvider>
);
const shows = (text: string) => vi.waitFor(() => expect(shownText(root)).toBe(text), { timeout: 5_000 });

describe('features below a provider', () => {
  test('are hidden until something is known, then as their flags say, and follow changes', async () => {
    root.render(page());
    await vi.waitFor(() => expect(shownText(root)).toBe('No reports'));
    await shows('No reports Search');
    server.flags = { reports: true, search: false };
    await shows('Reports');
  });

  test('stay as they were while the server fails', async () => {
    root.render(page());
    await shows('No reports Search');
    server.status = 503;
    const before = server.asked.length;
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(before + 2));
    expect(shownText(root)).toBe('No reports Search');
  });

  test('are hidden, and nothing breaks, if the key is refused', async () => {
    server.status = 401;
    root.render(page());
    await vi.waitFor(() => expect(OpenFeature.getClient('flagstaff').providerStatus).toBe('FATAL'));
    expect(shownText(root)).toBe('No reports');
  });

  test('send key, proof, and the context with what is known of the device', async () => {
    const client = { deviceType: 'mobile', screenSize: '390x844' };
    const context = { targetingKey: 'mira', plan: 'pro', client: { deviceType: 'tablet', country: 'CH' } };
    root.render(page({ client, context, subjectProof: 'proof-of-mira' }));
    await shows('No reports Search');
    expect(server.asked[0]).toMatchObject({
      headers: {
        authorization: 'Bearer fsc_a-client-key-of-a-test',
        'x-flagstaff-subject': 'proof-of-mira',
        'x-flagstaff-sdk': 'react',
      },
      context: {
        targetingKey: 'mira',
        plan: 'pro',
        client: {
          deviceType: 'mobile',
          screenSize: '390x844',
          country: 'CH',
          timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      },
    });
  });

  test('are asked for once at the start, and again for another subject', async () => {
    root.render(page({ pollInterval: 0 }));
    await shows('No reports Search');
    root.render(page({ pollInterval: 0 }));
    expect(server.asked.map(({ context }) => context.targetingKey)).toEqual(['mira']);
    server.flags = { reports: true, search: false };
    root.render(page({ pollInterval: 0, context: { targetingKey: 'noor' } }));
    await shows('Reports');
    expect(server.asked.map(({ context }) => context.targetingKey)).toEqual(['mira', 'noor']);
  });

  test('are asked for no longer once they are gone', async () => {
    root.render(page());
    await shows('No reports Search');
    const other = await bulkServer({ reports: true });
    root.render(page({ url: other.url, domain: 'other' }));
    await shows('Reports');
    const before = server.asked.length;
    // One that is still there tells that time enough has passed.
    await vi.waitFor(() => expect(other.asked.length).toBeGreaterThan(5));
    expect(server.asked.length).toBe(before);
    await other.close();
  });

  test('work where React mounts everything twice', async () => {
    root.render(<StrictMode>{page()}</StrictMode>);
    await shows('No reports Search');
    server.flags = { reports: true };
    await shows('Reports');
  });

  test('are off in what a server renders, and fetch nothing there', () => {
    expect(renderToString(page())).toBe('No reports');
    expect(server.asked).toEqual([]);
  });
});

describe('a page with two providers', () => {
  test('keeps their flags apart', async () => {
    const other = await bulkServer({ reports: true });
    root.render(
      <>
        {page()}
        {page({ url: other.url, domain: 'other' })}
      </>,
    );
    await shows('No reports Search Reports');
    await other.close();
  });
});
