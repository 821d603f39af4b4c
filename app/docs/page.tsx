import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DocsNavigation } from '@/components/docs/docs-navigation';
import { OperationEntry } from '@/components/docs/operation-entry';
import { SchemaEntry } from '@/components/docs/schema-entry';
import { LanguageMenu } from '@/components/frame/language-menu';
import { LogoMark } from '@/components/frame/logo';
import { ThemeMenu } from '@/components/frame/theme-menu';
import { Markdown } from '@/components/shared/markdown';
import { PageHeader } from '@/components/shared/page-header';
import { Badge } from '@/components/ui/badge';
import { buildDocument } from '@/lib/http/openapi/build-document';
import { readDocument } from '@/lib/http/openapi/read-document';
import { version } from '@/package.json';
import { ROUTES } from '../api/route-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('title') };
}

async function TopBar() {
  const t = await getTranslations('docs');
  return (
    <header className="sticky top-0 z-10 flex h-12 items-center gap-3 border-b bg-background px-4 sm:px-6">
      <Link href="/" className="flex items-center gap-2 font-semibold tracking-tight">
        <LogoMark />
        Flagstaff
      </Link>
      <span className="text-muted-foreground">{t('title')}</span>
      <div className="ml-auto flex items-center gap-1">
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </header>
  );
}

/** The API, rendered from the same document that programs read. Everything is on one page: browsers search well. */
export default async function DocsPage() {
  const t = await getTranslations('docs');
  const reading = readDocument(buildDocument(ROUTES, version));
  return (
    <>
      <TopBar />
      <div className="mx-auto flex max-w-[90rem] gap-8 px-4 sm:px-6">
        <aside className="sticky top-12 hidden max-h-[calc(100dvh-3rem)] w-64 shrink-0 overflow-y-auto py-6 lg:block">
          <DocsNavigation reading={reading} />
        </aside>
        {/* The calls and schemas are in the document's English. */}
        <main id="content" className="min-w-0 flex-1 py-6">
          <PageHeader
            title={t('title')}
            meta={<Badge variant="outline">{reading.version}</Badge>}
            description={
              <>
                {t('description')}{' '}
                <a href="/api/openapi.json" className="text-link underline underline-offset-2">
                  {t('document')}
                </a>
              </>
            }
          />
          <details className="mt-4 rounded-md border p-2 lg:hidden">
            <summary className="cursor-pointer px-2 py-1 font-medium">{t('contents')}</summary>
            <DocsNavigation reading={reading} />
          </details>
          <div lang="en">
            <Markdown className="mt-6 mb-10">{reading.introduction}</Markdown>
            {reading.groups.map((group) => (
              <section key={group.slug} id={group.slug} className="mb-12 scroll-mt-16">
                <h2 className="text-lg font-semibold tracking-tight">{group.name}</h2>
                <p className="mt-0.5 mb-4 text-muted-foreground">{group.description}</p>
                {group.operations.map((operation) => (
                  <OperationEntry key={operation.id} operation={operation} />
                ))}
              </section>
            ))}
            <section id="schemas" className="scroll-mt-16">
              <h2 className="mb-4 text-lg font-semibold tracking-tight">{t('schemas')}</h2>
              <div className="grid gap-x-8 xl:grid-cols-2">
                {reading.schemas.map((schema) => (
                  <SchemaEntry key={schema.name} schema={schema} />
                ))}
              </div>
            </section>
          </div>
        </main>
      </div>
    </>
  );
}
