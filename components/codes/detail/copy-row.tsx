'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionRow } from '@/components/ui/description-list';

export type CopyRowProps = {
  label: string;
  /** The field's name on the wire, for those who know the documentation. */
  wire?: string | undefined;
  /** What is copied. */
  text: string;
  /** What is shown, when that is not the text. */
  children?: ReactNode;
  mono?: boolean | undefined;
};

export function CopyRow({ label, wire, text, children, mono }: CopyRowProps) {
  const t = useTranslations('codes.detail');
  const name = (
    <span className="flex flex-col">
      {label}
      {wire && <code className="font-mono text-xs leading-4">{wire}</code>}
    </span>
  );
  return (
    <DescriptionRow
      label={name}
      mono={mono}
      action={<CopyButton text={text} label={t('copy', { field: label })} copiedLabel={t('copied')} />}
    >
      {children ?? text}
    </DescriptionRow>
  );
}
