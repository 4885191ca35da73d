'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { NAME_TEMPLATE_MAX_CHARS } from '@/lib/purposes/purpose';
import { Card, CardBody } from '@/components/ui/card';
import { withKeys, withLabels, type PurposeFormValues } from './purpose-form-values';

/** How codes are called. People see the labels of the fields; what is kept are their keys, so that a label can change. */
export function NamingField() {
  const t = useTranslations('purposes.settings');
  const { control } = useFormContext<PurposeFormValues>();
  const { field, fieldState } = useController({ control, name: 'definition.nameTemplate' });
  const fields = useWatch({ control, name: 'definition.fields' });
  const named = fields.filter(({ label }) => label !== '');
  return (
    <Card>
      <CardBody className="flex flex-col gap-3">
        <Field
          label={t('nameTemplate')}
          hint={t('nameTemplateHint', { left: '{', right: '}' })}
          error={fieldState.error?.message}
        >
          <Input
            {...field}
            value={withLabels(field.value, named)}
            onChange={({ target }) => field.onChange(withKeys(target.value, named))}
            maxLength={NAME_TEMPLATE_MAX_CHARS}
            autoComplete="off"
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          {named.map(({ key, label }) => (
            <Button
              key={key}
              variant="secondary"
              size="sm"
              aria-label={t('insert', { label })}
              onClick={() => field.onChange(`${field.value}${field.value === '' ? '' : ' · '}{${key}}`)}
            >
              {label}
            </Button>
          ))}
        </div>
      </CardBody>
    </Card>
  );
}
