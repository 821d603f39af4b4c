import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AcceptLinkForm } from '@/components/auth/accept-link-form';
import { AuthPanel } from '@/components/auth/auth-panel';
import { LinkInvalid } from '@/components/auth/link-invalid';
import { guestContext } from '@/lib/auth/session';
import { readLink } from '@/lib/services/users/read-link';

export async function generateMetadata(): Promise<Metadata> {
  // The address is a secret until it is used: it must not travel on as a referrer.
  return { title: (await getTranslations('auth.reset'))('title'), referrer: 'no-referrer' };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await readLink(await guestContext(), { token, purpose: 'reset' });
  if (!link) return <LinkInvalid />;
  const t = await getTranslations('auth.reset');
  return (
    <AuthPanel title={t('title')} description={t('description', { email: link.email })}>
      <AcceptLinkForm token={token} email={link.email} />
    </AuthPanel>
  );
}
