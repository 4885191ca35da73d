'use client';

import { useTranslations } from 'next-intl';
import { ToldSecret } from '@/components/data/secrets/told-secret';

/** The secret of a webhook that was just made. */
export function ToldWebhookSecret({ value, onDone }: { value: string; onDone: () => void }) {
  const t = useTranslations('webhooks.made');
  const texts = { copy: t('copy'), copied: t('copied'), done: t('done') };
  return <ToldSecret {...{ value, texts, onDone }} label={t('secret')} hint={t('hint')} />;
}
