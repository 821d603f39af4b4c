import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RequestPage } from '@/components/requests/request-page';
import { getChangeRequest } from '@/lib/services/approvals/get';
import { asServiceError } from '@/lib/services/errors';
import { loadConsole } from '../../load-console';

interface Props {
  params: Promise<{ project: string; request: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { request } = await params;
  const t = await getTranslations('requests');
  return { title: /^\d+$/.test(request) ? t('numbered', { number: Number(request) }) : t('title') };
}

export default async function ChangeRequestPage({ params }: Props) {
  const { project, request: id } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.viewFlags) notFound();
  const request = await getChangeRequest(ctx, { id }).catch((thrown: unknown) => {
    if (asServiceError(thrown)?.kind === 'not_found') notFound();
    throw thrown;
  });
  const reached = environments.filter(({ key }) => request.environments.includes(key));
  const abilities = environments.map(({ key }) => can.environments[key]);
  return (
    <RequestPage
      project={project}
      request={request}
      environments={environments.map(({ key, name, color }) => ({ key, name, color }))}
      me={ctx.actor.id}
      can={{
        approve: reached.every(({ key }) => can.environments[key]?.approve),
        edit: reached.every(({ key }) => can.environments[key]?.edit),
        comment: abilities.some((ability) => ability?.edit),
      }}
    />
  );
}
