'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { Textarea } from '@/components/ui/form/textarea';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { useFormValues } from '@/components/codes/generate/use-generate-form';

export function LabelFields() {
  const t = useTranslations('codes.generate.labels');
  const common = useTranslations('common');
  const { control } = useFormContext<GenerateFormValues>();
  const { field: name, fieldState: nameState } = useController({ control, name: 'name' });
  const { field: note, fieldState: noteState } = useController({ control, name: 'note' });
  const { endpoint, scene, path } = useFormValues();
  return (
    <Card>
      <details className="group">
        <summary className="flex list-none items-center gap-2 rounded-xl px-5 py-4 focus-ring sm:px-6 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 text-muted-foreground transition-transform group-open:rotate-90"
          />
          <span className="text-[0.9375rem] font-semibold">{t('title')}</span>
          <span className="text-[0.8125rem] text-muted-foreground">{t('text')}</span>
        </summary>
        <div className="flex flex-col gap-6 px-5 pt-1 pb-5 sm:px-6">
          <Field
            label={t('name')}
            optionalLabel={common('optional')}
            hint={t('nameHint')}
            error={nameState.error?.message}
          >
            <Input
              {...name}
              id={controlId('name')}
              placeholder={endpoint === 'getwxacodeunlimit' ? scene : path}
              autoComplete="off"
            />
          </Field>
          <Field label={t('note')} optionalLabel={common('optional')} error={noteState.error?.message}>
            <Textarea {...note} id={controlId('note')} placeholder={t('notePlaceholder')} />
          </Field>
        </div>
      </details>
    </Card>
  );
}
