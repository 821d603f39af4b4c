import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature, OpenFeatureProvider, useBooleanFlagDetails } from '@openfeature/react-sdk';
import { createRoot } from 'react-dom/client';

const query = new URLSearchParams(location.search);
const valueOf = (name: string): string => query.get(name) ?? '';

/** Shows what its flag says, as a shop would; a change is drawn when the provider's next poll tells of it. */
function Checkout() {
  const { value, reason } = useBooleanFlagDetails('checkout-v2', false);
  return (
    <main>
      <h1>{value ? 'New checkout' : 'Old checkout'}</h1>
      <p>{reason}</p>
    </main>
  );
}

async function main(): Promise<void> {
  await OpenFeature.setContext({ targetingKey: valueOf('rider'), plan: 'pro', country: 'DE' });
  const headers: [string, string][] = [['Authorization', `Bearer ${valueOf('key')}`]];
  const provider = new OFREPWebProvider({ baseUrl: valueOf('server'), headers, pollInterval: 1_000 });
  await OpenFeature.setProviderAndWait(provider);
  createRoot(document.body).render(
    <OpenFeatureProvider>
      <Checkout />
    </OpenFeatureProvider>,
  );
}

void main();
