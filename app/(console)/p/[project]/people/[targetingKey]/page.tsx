import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { SubjectMissing } from '@/components/people/subject-missing';
import { SubjectPage } from '@/components/people/subject-page';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { asServiceError } from '@/lib/services/errors';
import { getOnboarding } from '@/lib/services/onboarding/get';
import { getSubject } from '@/lib/services/subjects/get';
import { getSubjectFlags } from '@/lib/services/subjects/get-flags';
import { chooseEnvironment, loadConsole } from '../../load-console';

interface Props {
  params: Promise<{ project: string; targetingKey: string }>;
  searchParams: Promise<{ env?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: `${decodeURIComponent((await params).targetingKey)} · ${t('title')}` };
}

/** What is asked for, or null where it is not there or no such thing can be. */
async function orNull<T>(read: Promise<T>): Promise<T | null> {
  return read.catch((thrown: unknown) => {
    const kind = asServiceError(thrown)?.kind;
    if (kind === 'not_found' || kind === 'invalid') return null;
    throw thrown;
  });
}

export default async function SubjectRoute({ params, searchParams }: Props) {
  const [{ project, targetingKey }, { env }] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.viewSubjects) return <ForbiddenState headingLevel={1} />;
  const chosen = chooseEnvironment(environments, env);
  const environment = toFlagEnvironments(environments, can).find(({ key }) => key === chosen?.key);
  if (!environment) notFound();
  const asked = { environment: environment.key, targetingKey: decodeURIComponent(targetingKey) };
  const [subject, flags, onboarding] = await Promise.all([
    orNull(getSubject(ctx, asked)),
    orNull(getSubjectFlags(ctx, asked)),
    getOnboarding(ctx, {}),
  ]);
  // Another environment may know it, so that the frame with its switcher stays.
  if (!subject || !flags) return <SubjectMissing project={project} environment={environment} />;
  return (
    <SubjectPage
      key={`${environment.key} ${subject.targetingKey}`}
      project={project}
      environment={environment}
      onboarding={onboarding}
      subject={subject}
      flags={flags}
    />
  );
}
