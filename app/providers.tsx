'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ThemeProvider } from 'next-themes';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { getQueryClient } from '@/lib/query/client';

// After the first paint: nothing was typed before, and a toast only ever answers something the viewer has done.
const Toaster = dynamic(() => import('@/components/ui/overlay/toaster').then((room) => room.Toaster), {
  ssr: false,
});
const KeptForms = dynamic(() => import('@/components/layout/kept-forms').then((room) => room.KeptForms), {
  ssr: false,
});
const Way = dynamic(() => import('@/components/layout/way/way').then((room) => room.Way), { ssr: false });

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
        {children}
        <KeptForms />
        <Way />
        <Toaster label={t('notifications')} closeLabel={t('close')} />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
