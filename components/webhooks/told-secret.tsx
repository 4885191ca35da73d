'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';

/** A secret that was just made: shown only now. */
export function ToldSecret({ value, onDone }: { value: string; onDone: () => void }) {
  const t = useTranslations('webhooks.made');
  return (
    <div className="flex flex-col gap-5">
      <Field label={t('secret')} hint={t('hint')}>
        <Input
          readOnly
          value={value}
          className="font-mono text-xs"
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </Field>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <CopyButton
          text={value}
          label={t('copy')}
          copiedLabel={t('copied')}
          variant="secondary"
          size="md"
          showLabel
        />
        <Button onClick={onDone}>{t('done')}</Button>
      </div>
    </div>
  );
}
