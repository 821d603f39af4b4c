import type { FlagType } from '@/lib/engine/types';

export const SNIPPETS = ['curl', 'web', 'react', 'node', 'next'] as const;
export type SnippetId = (typeof SNIPPETS)[number];

export interface SnippetSubject {
  /** Where this installation is reached, without a slash at the end. */
  baseUrl: string;
  flag: string;
  type: FlagType;
  /** The key's text, or a placeholder where it is not known. */
  clientKey: string;
  serverKey: string;
}

export interface Snippet {
  /** What has to be installed first; empty for nothing. */
  install: string;
  code: string;
}

const KINDS = {
  boolean: { method: 'Boolean', fallback: 'false', name: 'isOn' },
  string: { method: 'String', fallback: "''", name: 'variant' },
  number: { method: 'Number', fallback: '0', name: 'amount' },
  json: { method: 'Object', fallback: '{}', name: 'settings' },
} as const satisfies Record<FlagType, object>;

/** A text as a JavaScript string. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const provider = (name: string, { baseUrl }: SnippetSubject, key: string): string => `new ${name}({
  baseUrl: ${quoted(baseUrl)},
  headers: { Authorization: ${quoted(`Bearer ${key}`)} },
})`;

const webStart = (subject: SnippetSubject, sdk: string): string => `import { OpenFeature } from '${sdk}';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';

await OpenFeature.setContext({ targetingKey: 'user-123', plan: 'pro' });
await OpenFeature.setProviderAndWait(${provider('OFREPWebProvider', subject, subject.clientKey)});`;

function curl({ baseUrl, flag, clientKey }: SnippetSubject): Snippet {
  const code = `curl ${baseUrl}/api/flags/${flag} \\
  -H 'Authorization: Bearer ${clientKey}' \\
  -H 'Content-Type: application/json' \\
  -d '{"context":{"targetingKey":"user-123","plan":"pro"}}'`;
  return { install: '', code };
}

function web(subject: SnippetSubject): Snippet {
  const { method, fallback, name } = KINDS[subject.type];
  const code = `${webStart(subject, '@openfeature/web-sdk')}

const ${name} = OpenFeature.getClient().get${method}Value(${quoted(subject.flag)}, ${fallback});`;
  return { install: 'npm install @openfeature/web-sdk @openfeature/ofrep-web-provider', code };
}

function react(subject: SnippetSubject): Snippet {
  const { method, fallback, name } = KINDS[subject.type];
  const code = `import { OpenFeature, OpenFeatureProvider, use${method}FlagValue } from '@openfeature/react-sdk';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';

void OpenFeature.setContext({ targetingKey: 'user-123', plan: 'pro' });
OpenFeature.setProvider(${provider('OFREPWebProvider', subject, subject.clientKey)});

function Example() {
  const ${name} = use${method}FlagValue(${quoted(subject.flag)}, ${fallback});
  return <pre>{JSON.stringify(${name})}</pre>;
}

export function App() {
  return (
    <OpenFeatureProvider>
      <Example />
    </OpenFeatureProvider>
  );
}`;
  return { install: 'npm install @openfeature/react-sdk @openfeature/web-sdk @openfeature/ofrep-web-provider', code };
}

function node(subject: SnippetSubject): Snippet {
  const { method, fallback, name } = KINDS[subject.type];
  const code = `import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';

await OpenFeature.setProviderAndWait(${provider('OFREPProvider', subject, subject.serverKey)});

const context = { targetingKey: 'user-123', plan: 'pro' };
const ${name} = await OpenFeature.getClient().get${method}Value(${quoted(subject.flag)}, ${fallback}, context);`;
  return { install: 'npm install @openfeature/server-sdk @openfeature/ofrep-provider', code };
}

function next(subject: SnippetSubject): Snippet {
  const { method, fallback, name } = KINDS[subject.type];
  const code = `// lib/flags.ts
import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';

const ready = OpenFeature.setProviderAndWait(${provider('OFREPProvider', subject, subject.serverKey)});

export async function flags() {
  await ready;
  return OpenFeature.getClient();
}

// app/page.tsx
import { flags } from '@/lib/flags';

export default async function Page() {
  const context = { targetingKey: 'user-123', plan: 'pro' };
  const ${name} = await (await flags()).get${method}Value(${quoted(subject.flag)}, ${fallback}, context);
  return <pre>{JSON.stringify(${name})}</pre>;
}`;
  return { install: 'npm install @openfeature/server-sdk @openfeature/ofrep-provider', code };
}

const WRITERS: Record<SnippetId, (subject: SnippetSubject) => Snippet> = { curl, web, react, node, next };

/** Code that asks this installation for a flag. */
export const snippetFor = (id: SnippetId, subject: SnippetSubject): Snippet => WRITERS[id](subject);

/** Which of the two keys a snippet is written with. */
export const keyKindOf = (id: SnippetId): 'client' | 'server' => (id === 'node' || id === 'next' ? 'server' : 'client');
