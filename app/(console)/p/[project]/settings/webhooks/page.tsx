import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WebhookSettings } from '@/components/settings/webhooks/webhook-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { TOPICS } from '@/lib/services/outbox/topics';
import { listWebhooks } from '@/lib/services/webhooks/list';
import { loadConsole } from '../../load-console';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.webhooks') };
}

export default async function WebhooksPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.manageSettings) return <ForbiddenState />;
  const { items } = await listWebhooks(ctx, {});
  const topics = Object.keys(TOPICS);
  return <WebhookSettings project={project} environments={environments} webhooks={items} topics={topics} />;
}
