'use client';

import { useTranslations } from 'next-intl';
import { useController, useWatch } from 'react-hook-form';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import type { SandboxPlay } from '@/lib/apps/sandbox/schema';
import { KNOWN_ERRCODES } from '@/lib/wechat/errcodes';
import { explainErrcode } from '@/lib/wechat/errors';
import { NumberField } from './fields';
import { SandboxSection } from './sandbox-section';

/** How often code calls fail, with which of WeChat's codes, and what the operator then sees. */
export function FailureSection() {
  const t = useTranslations();
  const { field } = useController<SandboxPlay, 'failureErrcode'>({ name: 'failureErrcode' });
  const percent = useWatch<SandboxPlay, 'failurePercent'>({ name: 'failurePercent' });
  const titleOf = (errcode: number) => t(`wechat.errors.${explainErrcode(errcode).key}.title`);
  const items = KNOWN_ERRCODES.map((errcode) => ({
    value: String(errcode),
    label: `${errcode} · ${titleOf(errcode)}`,
  }));
  const { key, retry } = explainErrcode(field.value);
  return (
    <SandboxSection name="failure">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <NumberField name="failurePercent" unit="%" step={10} />
        <Field label={t('sandbox.fields.failureErrcode')}>
          <Select
            items={items}
            value={String(field.value)}
            onValueChange={(value) => field.onChange(Number(value))}
            onBlur={field.onBlur}
          />
        </Field>
      </div>
      <Alert tone={percent > 0 ? 'warning' : 'info'} title={t(`wechat.errors.${key}.title`)}>
        <p>{t(`wechat.errors.${key}.cause`)}</p>
        <p>{t(`sandbox.retry.${retry}`)}</p>
      </Alert>
    </SandboxSection>
  );
}
