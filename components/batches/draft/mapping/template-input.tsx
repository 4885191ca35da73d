'use client';

import { useTranslations } from 'next-intl';
import { TokenInput } from '@/components/data/token-input';
import type { DraftColumn } from '@/lib/batches/draft/draft-types';
import { TEMPLATE_MAX_CHARS } from '@/lib/batches/limits';

export type TemplateInputProps = {
  label: string;
  value: string;
  columns: DraftColumn[];
  placeholder: string | undefined;
  hint: string | undefined;
  onValueChange: (text: string) => void;
};

/** A text with column names in braces. */
export function TemplateInput({ columns, ...input }: TemplateInputProps) {
  const t = useTranslations('batches.mapping');
  return (
    <TokenInput
      {...input}
      labelHidden
      maxLength={TEMPLATE_MAX_CHARS}
      tokensLabel={t('insert')}
      tokens={columns.map(({ name }) => ({
        text: `{${name}}`,
        label: name,
        spoken: t('insertColumn', { name }),
      }))}
    />
  );
}
