'use client';

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import { joinTexts, type SentTexts } from '@/lib/i18n/sent-texts';

/** Adds to the texts around it, which next-intl's provider by itself would replace. */
export function MoreTexts({ texts, children }: { texts: SentTexts; children: ReactNode }) {
  const around = useMessages();
  const messages = useMemo(() => joinTexts(around, texts), [around, texts]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
