'use client';

import { ErrorState } from '@/components/shared/error-state';

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest =
    typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string'
      ? error.digest
      : undefined;
  return (
    <main className="flex min-h-[60dvh] items-center justify-center p-4">
      <ErrorState headingLevel={1} reference={digest} onRetry={retry} />
    </main>
  );
}
