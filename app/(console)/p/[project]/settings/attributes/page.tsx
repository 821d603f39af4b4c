import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AttributeSettings } from '@/components/settings/attributes/attribute-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { listAttributes } from '@/lib/services/attributes/list';
import { loadConsole } from '../../load-console';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.attributes') };
}

export default async function AttributesPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.manageSettings) return <ForbiddenState />;
  return (
    <AttributeSettings
      project={project}
      attributes={await listAttributes(ctx, {})}
      requiresComment={environments.some(({ requireComment }) => requireComment)}
    />
  );
}
