'use client';

import { ClipboardPaste, FileUp, ListOrdered } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import { METHODS, type CreateValues, type Method } from './create-values';

const ICONS = { file: FileUp, paste: ClipboardPaste, sequence: ListOrdered };

export function MethodField() {
  const t = useTranslations('batches.create');
  const { field } = useController<CreateValues, 'method'>({ name: 'method' });
  return (
    <RadioCardGroup<Method>
      value={field.value}
      onValueChange={field.onChange}
      aria-label={t('method')}
      className="sm:grid-cols-3"
      items={METHODS.map((method) => {
        const Icon = ICONS[method];
        return {
          value: method,
          icon: <Icon aria-hidden />,
          title: t(`methods.${method}`),
          description: t(`methods.${method}Text`),
        };
      })}
    />
  );
}
