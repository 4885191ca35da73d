'use client';

import { useTranslations } from 'next-intl';
import { ToldSecret } from '@/components/data/secrets/told-secret';

/** A key that was just made: shown only now. */
export function ToldKey({ value, onDone }: { value: string; onDone: () => void }) {
  const t = useTranslations('apiKeys.made');
  const prefix = value.slice(0, value.lastIndexOf('_'));
  const base = `${window.location.origin}/gateway`;
  const texts = { copy: t('copy'), copied: t('copied'), done: t('done') };
  return <ToldSecret {...{ value, texts, onDone }} label={t('key')} hint={t('gateway', { prefix, base })} />;
}
