import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthPanel } from '@/components/auth/auth-panel';
import { SetUpForm } from '@/components/auth/set-up-form';
import { guestContext } from '@/lib/auth/session';
import { isSetUp } from '@/lib/services/users/administrators';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.setUp'))('title') };
}

export default async function SetUpPage() {
  const { db } = await guestContext();
  if (await isSetUp(db)) redirect('/sign-in');
  const t = await getTranslations('auth.setUp');
  return (
    <AuthPanel title={t('title')} description={t('description')} footer={t('footer')}>
      <SetUpForm />
    </AuthPanel>
  );
}
