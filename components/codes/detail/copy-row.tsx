'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionRow } from '@/components/ui/description-list';

export type CopyRowProps = {
  label: string;
  /** What is copied. */
  text: string;
  /** What is shown, when that is not the text. */
  children?: ReactNode;
  mono?: boolean | undefined;
};

export function CopyRow({ label, text, children, mono }: CopyRowProps) {
  const t = useTranslations('codes.detail');
  return (
    <DescriptionRow
      label={label}
      mono={mono}
      action={<CopyButton text={text} label={t('copy', { field: label })} copiedLabel={t('copied')} />}
    >
      {children ?? text}
    </DescriptionRow>
  );
}
