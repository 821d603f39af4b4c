import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthPanel } from '@/components/auth/auth-panel';
import { SignUpForm } from '@/components/auth/sign-up-form';
import { currentUser, guestContext } from '@/lib/auth/session';
import { signUpFormPolicy } from '@/lib/auth/sign-up-form';
import { env } from '@/lib/env';
import { isSetUp } from '@/lib/services/users/administrators';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signUp'))('title') };
}

export default async function SignUpPage() {
  const policy = signUpFormPolicy(env());
  if (policy.kind === 'off') notFound();
  if (await currentUser()) redirect('/');
  const { db } = await guestContext();
  if (!(await isSetUp(db))) redirect('/setup');
  const t = await getTranslations('auth');
  return (
    <AuthPanel
      title={t('signUp.title')}
      description={t('signUp.description')}
      footer={t.rich('signUp.signIn', {
        link: (chunks) => (
          <Link href="/sign-in" className="text-link underline underline-offset-4">
            {chunks}
          </Link>
        ),
      })}
    >
      <SignUpForm domain={policy.kind === 'domain' ? policy.domain : null} />
    </AuthPanel>
  );
}
