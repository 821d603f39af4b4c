import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { FlagFrame } from '@/components/flag-page/flag-frame';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { loadConsole } from '../../load-console';
import { loadFlag } from './load-flag';

type Params = Promise<{ project: string; flagKey: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { project, flagKey } = await params;
  return { title: (await loadFlag(project, flagKey)).name };
}

export default async function FlagLayout({ children, params }: { children: ReactNode; params: Params }) {
  const { project, flagKey } = await params;
  const flag = await loadFlag(project, flagKey);
  const { environments, can } = await loadConsole(project);
  const { key, name, kind, type, variants, tags, archived, clientVisible } = flag;
  return (
    <FlagFrame
      project={project}
      flag={{ key, name, kind, type, variants, tags, archived, clientVisible, environments: flag.environments }}
      environments={toFlagEnvironments(environments, can)}
    >
      {children}
    </FlagFrame>
  );
}
