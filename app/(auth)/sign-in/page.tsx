import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthPanel } from '@/components/auth/auth-panel';
import { ProviderButtons } from '@/components/auth/provider-buttons';
import { SignInForm } from '@/components/auth/sign-in-form';
import { currentUser, guestContext } from '@/lib/auth/session';
import { signUpFormPolicy } from '@/lib/auth/sign-up-form';
import { safePath } from '@/lib/client/safe-path';
import { env } from '@/lib/env';
import { isSetUp } from '@/lib/services/users/administrators';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

function providerChoices() {
  const { github, google, oidc } = env().identityProviders;
  return [
    ...(github ? [{ id: 'github', name: 'GitHub' }] : []),
    ...(google ? [{ id: 'google', name: 'Google' }] : []),
    ...(oidc ? [{ id: 'oidc', name: oidc.name }] : []),
  ];
}

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const next = safePath(callbackUrl);
  if (await currentUser()) redirect(next);
  const { db } = await guestContext();
  if (!(await isSetUp(db))) redirect('/setup');
  const t = await getTranslations('auth');
  const notice = error === 'AccessDenied' ? t('signIn.denied') : error === undefined ? undefined : t('signIn.failed');
  const isOpen = signUpFormPolicy(env()).kind !== 'off';
  return (
    <AuthPanel
      title={t('signIn.title')}
      description={t('signIn.description')}
      footer={
        isOpen
          ? t.rich('signIn.signUp', {
              link: (chunks) => (
                <Link href="/sign-up" className="text-link underline underline-offset-4">
                  {chunks}
                </Link>
              ),
            })
          : t('signIn.help')
      }
    >
      <SignInForm next={next} notice={notice} />
      <ProviderButtons providers={providerChoices()} next={next} />
    </AuthPanel>
  );
}
