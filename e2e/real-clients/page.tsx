import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import {
  type EvaluationDetails,
  type FlagValue,
  OpenFeature,
  OpenFeatureProvider,
  useBooleanFlagDetails,
  useNumberFlagDetails,
  useObjectFlagDetails,
  useStringFlagDetails,
} from '@openfeature/react-sdk';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { CaseRow } from './case-rows';
import type { Reported } from './compare-case';

type Settings = { baseUrl: string; key: string; cacheMode?: 'local-cache-first' | 'disabled'; pollInterval?: number };
type Tell = (details: EvaluationDetails<FlagValue>) => void;
interface Probed {
  one: CaseRow;
  tell: Tell;
}

/** One component per type, so that each evaluates by the hook an application would use. */
function BooleanProbe({ one, tell }: Probed) {
  tell(useBooleanFlagDetails(one.key, one.fallback === true));
  return null;
}
function StringProbe({ one, tell }: Probed) {
  tell(useStringFlagDetails(one.key, String(one.fallback)));
  return null;
}
function NumberProbe({ one, tell }: Probed) {
  tell(useNumberFlagDetails(one.key, Number(one.fallback)));
  return null;
}
function ObjectProbe({ one, tell }: Probed) {
  tell(useObjectFlagDetails(one.key, typeof one.fallback === 'object' ? one.fallback : {}));
  return null;
}
const PROBES = { boolean: BooleanProbe, string: StringProbe, number: NumberProbe, object: ObjectProbe };

/** Renders the cases under the provider of a domain and reports what the hooks gave. */
function render(domain: string, cases: readonly CaseRow[]): Record<string, Reported> {
  const reported: Record<string, Reported> = {};
  const root = createRoot(document.createElement('div'));
  const probes = cases.map((one) => {
    const Probe = PROBES[one.type];
    const tell: Tell = ({ value, reason, variant, errorCode, flagMetadata }) => {
      reported[one.name] = { value, reason, variant, errorCode, flagMetadata: { ...flagMetadata } };
    };
    return <Probe key={one.name} one={one} tell={tell} />;
  });
  flushSync(() => root.render(<OpenFeatureProvider domain={domain}>{probes}</OpenFeatureProvider>));
  root.unmount();
  return reported;
}

const providerOf = ({ baseUrl, key, cacheMode = 'disabled', pollInterval = 0 }: Settings) =>
  new OFREPWebProvider({ baseUrl, headers: [['Authorization', `Bearer ${key}`]], cacheMode, pollInterval });

const api = {
  /** Evaluates all cases, those of one context together, as a page does: a change of context fetches anew. */
  async evaluate(domain: string, settings: Settings, cases: readonly CaseRow[]): Promise<Record<string, Reported>> {
    const byContext = new Map<string, CaseRow[]>();
    for (const one of cases) {
      const context = JSON.stringify(one.context);
      byContext.set(context, [...(byContext.get(context) ?? []), one]);
    }
    await OpenFeature.setProviderAndWait(domain, providerOf(settings));
    const reported: Record<string, Reported> = {};
    for (const [context, rows] of byContext) {
      await OpenFeature.setContext(domain, JSON.parse(context));
      Object.assign(reported, render(domain, rows));
    }
    return reported;
  },

  /** What a page is told while its provider has not answered yet. */
  beforeReady(domain: string, settings: Settings, cases: readonly CaseRow[]): Record<string, Reported> {
    OpenFeature.setProvider(domain, providerOf(settings));
    return render(domain, cases);
  },

  /** Waits for the provider to start or to fail, and tells what it says of itself. */
  async start(domain: string, settings: Settings): Promise<string> {
    await OpenFeature.setProviderAndWait(domain, providerOf(settings)).catch(() => {});
    return OpenFeature.getClient(domain).providerStatus;
  },
  render,
  status: (domain: string): string => OpenFeature.getClient(domain).providerStatus,

  /** Fetches once more, as after the page was hidden. */
  async fetchAgain(domain: string, context: Record<string, string>): Promise<void> {
    await OpenFeature.setContext(domain, context);
  },
};

declare global {
  interface Window {
    clients: typeof api;
  }
}
window.clients = api;
