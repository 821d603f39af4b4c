import { Unlink } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/shared/empty-state';
import { Button } from '@/components/ui/button';

/** A one-time link that opens nothing: unknown, used and expired look alike. */
export function LinkInvalid() {
  const t = useTranslations('auth.linkInvalid');
  return (
    <EmptyState
      icon={<Unlink />}
      headingLevel={1}
      title={t('title')}
      description={t('description')}
      action={
        <Button asChild variant="outline">
          <Link href="/sign-in">{t('signIn')}</Link>
        </Button>
      }
    />
  );
}
