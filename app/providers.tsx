'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { Toaster } from '@/components/ui/toaster';
import { TooltipProvider } from '@/components/ui/tooltip';
import { getQueryClient } from '@/lib/query/client';

export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <ThemeProvider
      nonce={nonce}
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
    >
      <QueryClientProvider client={getQueryClient()}>
        <NuqsAdapter>
          <TooltipProvider delay={350}>{children}</TooltipProvider>
          <Toaster label={t('notifications')} closeLabel={t('close')} />
        </NuqsAdapter>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
