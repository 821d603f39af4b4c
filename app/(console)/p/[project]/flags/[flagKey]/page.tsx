import { redirect } from 'next/navigation';

interface FlagPageProps {
  params: Promise<{ project: string; flagKey: string }>;
  searchParams: Promise<{ env?: string | string[] }>;
}

export default async function FlagPage({ params, searchParams }: FlagPageProps) {
  const { project, flagKey } = await params;
  const { env } = await searchParams;
  const query = typeof env === 'string' ? `?env=${encodeURIComponent(env)}` : '';
  redirect(`/p/${project}/flags/${flagKey}/targeting${query}`);
}
