'use client';

import { KeyRound } from 'lucide-react';
import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

export interface ProviderChoice {
  id: string;
  name: string;
}

/** One button for each identity provider, and a rule that sets them apart from the password. */
export function ProviderButtons({ providers, next }: { providers: readonly ProviderChoice[]; next: string }) {
  const t = useTranslations('auth.signIn');
  const [chosen, setChosen] = useState<string | null>(null);
  if (providers.length === 0) return null;
  return (
    <>
      <div className="my-5 flex items-center gap-3 text-xs text-muted-foreground">
        <span aria-hidden="true" className="h-px flex-1 bg-border" />
        {t('or')}
        <span aria-hidden="true" className="h-px flex-1 bg-border" />
      </div>
      <div className="grid gap-2">
        {providers.map(({ id, name }) => (
          <Button
            key={id}
            variant="outline"
            className="h-9 w-full"
            aria-busy={chosen === id}
            onClick={() => {
              setChosen(id);
              signIn(id, { callbackUrl: next }).catch(() => setChosen(null));
            }}
          >
            <KeyRound />
            {t('with', { provider: name })}
          </Button>
        ))}
      </div>
    </>
  );
}
