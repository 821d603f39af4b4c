'use client';

import type { FlagContext } from '@flagstaff/context';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeatureProvider } from '@openfeature/react-sdk';
import { type EvaluationContext, NOOP_PROVIDER, OpenFeature } from '@openfeature/web-sdk';
import { type ReactNode, useEffect } from 'react';
import { type ClientAttributes, clientAttributes } from './client-attributes';

export interface FlagstaffProviderProps {
  /** Where Flagstaff is, without a path of its API: `https://flags.example.com`. */
  url: string;
  /** A client key (`fsc_…`). It is no secret. */
  clientKey: string;
  /** Who flags are evaluated for; best built on your server. */
  context: FlagContext;
  /** Made by your server: lets the subject's stored attributes and progress count. */
  subjectProof?: string;
  /** Stands in for what is found out about the device, name by name. */
  client?: ClientAttributes;
  /** Milliseconds between fetches, 0 for none: 30,000. */
  pollInterval?: number;
  /** The OpenFeature domain; only pages with several providers need to name it. */
  domain?: string;
  children: ReactNode;
}

const SDK: [string, string] = ['X-Flagstaff-Sdk', 'react'];

/** The text of the whole context: what the application says, over what is found out about the device. */
function spokenContext(context: string, client: string): string {
  const said: FlagContext = JSON.parse(context);
  const stated = typeof said.client === 'object' && !Array.isArray(said.client) ? said.client : {};
  return JSON.stringify({ ...said, client: { ...clientAttributes(globalThis), ...stated, ...JSON.parse(client) } });
}

/** Binds an OFREP provider for as long as it is shown, and hands it the context whenever that changes. */
function useFlags(
  options: Required<Pick<FlagstaffProviderProps, 'url' | 'clientKey' | 'domain' | 'pollInterval'>> & {
    subjectProof: string | undefined;
    context: string;
    client: string;
  },
): void {
  const { url, clientKey, domain, pollInterval, subjectProof, context, client } = options;
  // Failures become events and a status of the provider, which hooks follow: the promises have nothing to add.
  useEffect(() => {
    const spoken = spokenContext(context, client);
    if (JSON.stringify(OpenFeature.getContext(domain)) === spoken) return;
    const wanted: EvaluationContext = JSON.parse(spoken);
    OpenFeature.setContext(domain, wanted).catch(() => {});
  }, [domain, context, client]);
  useEffect(() => {
    const proof: [string, string][] = subjectProof === undefined ? [] : [['X-Flagstaff-Subject', subjectProof]];
    const provider = new OFREPWebProvider({
      baseUrl: url,
      headers: [['Authorization', `Bearer ${clientKey}`], SDK, ...proof],
      pollInterval,
      cacheMode: 'localStorage' in globalThis ? 'local-cache-first' : 'disabled',
    });
    OpenFeature.setProviderAndWait(domain, provider).catch(() => {});
    return () => {
      OpenFeature.setProvider(domain, NOOP_PROVIDER);
    };
  }, [url, clientKey, domain, pollInterval, subjectProof]);
}

/** Gives what is below it the flags of a Flagstaff server. Rendered on a server it fetches nothing: all flags are off. */
export function FlagstaffProvider(props: FlagstaffProviderProps): ReactNode {
  const { url, clientKey, context, client = {}, subjectProof, children } = props;
  const { pollInterval = 30_000, domain = 'flagstaff' } = props;
  useFlags({
    ...{ url, clientKey, domain, pollInterval, subjectProof },
    context: JSON.stringify(context),
    client: JSON.stringify(client),
  });
  return <OpenFeatureProvider domain={domain}>{children}</OpenFeatureProvider>;
}
