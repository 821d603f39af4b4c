'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { Toaster } from '@/components/ui/sonner';
import { TooltipProvider } from '@/components/ui/tooltip';
import { NowProvider } from './now-provider';
import { createQueryClient } from './query-client';

export interface ProvidersProps {
  /** The content security policy's nonce, for the script that sets the theme before the first paint. */
  nonce?: string;
  /** Epoch milliseconds of the server's clock when it rendered. */
  now: number;
  children: ReactNode;
}

export function Providers({ nonce, now, children }: ProvidersProps) {
  const [queryClient] = useState(createQueryClient);
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      <NuqsAdapter>
        <QueryClientProvider client={queryClient}>
          <NowProvider initial={now}>
            <TooltipProvider>
              {children}
              <Toaster />
            </TooltipProvider>
          </NowProvider>
        </QueryClientProvider>
      </NuqsAdapter>
    </ThemeProvider>
  );
}
