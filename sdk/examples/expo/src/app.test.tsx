import { OpenFeature } from '@openfeature/web-sdk';
import { createRoot, type Root } from 'test-renderer';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BulkServer, bulkServer } from '../../../testing/bulk-server';
import { shownText } from '../../../testing/shown-text';
import { withoutBrowser } from '../../../testing/without-browser';
import { App } from './app';

vi.mock('react-native', () => ({
  ...Object.fromEntries(['Text', 'View'].map((name) => [name, name])),
  Dimensions: { get: () => ({ width: 390.4, height: 844 }) },
  Platform: { OS: 'ios', isPad: false },
}));

let server: BulkServer;
let root: Root;
withoutBrowser();

beforeEach(async () => {
  server = await bulkServer({ reports: false });
  // As on a device: text outside of a `Text` is an error.
  root = createRoot({ textComponentTypes: ['Text'] });
});
afterEach(async () => {
  root.unmount();
  await OpenFeature.clearProviders();
  await server.close();
});

const app = (targetingKey: string) => (
  <App url={server.url} clientKey="fsc_a-client-key-of-a-test" context={{ targetingKey, tenant: 'acme' }} />
);
const shows = (text: string) => vi.waitFor(() => expect(shownText(root)).toBe(text), { timeout: 5_000 });

describe('an application without window, document and localStorage', () => {
  test('shows what is for everybody, and opens what its subject unlocked', async () => {
    root.render(app('mira'));
    await shows('Home Reports open on your seventh day');
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    server.flags = { reports: true };
    root.render(app('noor'));
    await shows('Home Reports');
  });

  test('tells of the device what the device knows', async () => {
    root.render(app('mira'));
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    expect(server.asked[0]?.context).toEqual({
      targetingKey: 'mira',
      tenant: 'acme',
      client: {
        deviceType: 'mobile',
        screenSize: '390x844',
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    });
  });
});
