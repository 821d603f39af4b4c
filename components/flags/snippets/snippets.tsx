'use client';

import { useTranslations } from 'next-intl';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { CodeBlock } from './code-block';
import { keyKindOf, SNIPPETS, type SnippetId, type SnippetSubject, snippetFor } from './snippet-texts';

export interface SnippetsProps extends Omit<SnippetSubject, 'clientKey' | 'serverKey'> {
  /** Placeholders stand where a key is not known: its text is shown only once. */
  clientKey?: string;
  serverKey?: string;
  /** Some of them; all unless given. */
  ids?: readonly SnippetId[];
}

/** Ready-made code for a flag, by platform. */
export function Snippets({ clientKey, serverKey, ids = SNIPPETS, ...subject }: SnippetsProps) {
  const t = useTranslations('flags.snippets');
  const keys = { clientKey: clientKey ?? 'YOUR_CLIENT_KEY', serverKey: serverKey ?? 'YOUR_SERVER_KEY' };
  return (
    <Tabs defaultValue="curl" className="gap-3">
      <TabsList aria-label={t('label')}>
        {ids.map((id) => (
          <TabsTrigger key={id} value={id}>
            {t(`name.${id}`)}
          </TabsTrigger>
        ))}
      </TabsList>
      {ids.map((id) => {
        const { install, code } = snippetFor(id, { ...subject, ...keys });
        const isKeyKnown = keyKindOf(id) === 'client' ? clientKey !== undefined : serverKey !== undefined;
        return (
          <TabsContent key={id} value={id} className="grid grid-cols-1 gap-2">
            {install !== '' && <CodeBlock code={install} label={t('install')} />}
            <CodeBlock code={code} label={t('code', { name: t(`name.${id}`) })} />
            {!isKeyKnown && <p className="text-xs text-muted-foreground">{t(`key.${keyKindOf(id)}`)}</p>}
          </TabsContent>
        );
      })}
    </Tabs>
  );
}
