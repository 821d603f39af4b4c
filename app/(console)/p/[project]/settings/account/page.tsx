import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountSettings } from '@/components/settings/account/account-settings';
import { requireUser } from '@/lib/auth/page-context';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.account') };
}

export default async function AccountPage() {
  const { actor } = await requireUser();
  return <AccountSettings name={actor.name} email={actor.email} />;
}
