'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { ENV_VERSIONS } from '@/lib/wechat/limits';
import type { GenerateFormValues } from './form-values';
import { TrapFixes, TrapTexts } from './trap-notes';
import { useTraps } from './use-traps';

function focusChecked(group: HTMLElement): void {
  group.querySelector<HTMLElement>('input:checked')?.focus();
}

export function EnvVersionField() {
  const t = useTranslations('codes.generate.envVersion');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'envVersion' });
  const { traps, fixes, apply } = useTraps('envVersion');
  return (
    <div ref={(element) => field.ref(element && { focus: () => focusChecked(element) })}>
      <Field
        group
        label={t('label')}
        error={fieldState.error?.message}
        warning={traps.length > 0 && <TrapTexts traps={traps} />}
      >
        <Segmented
          aria-label={t('label')}
          value={field.value}
          onValueChange={field.onChange}
          items={ENV_VERSIONS.map((value) => ({ value, label: t(value) }))}
          className="max-w-sm"
        />
      </Field>
      <TrapFixes fixes={fixes} onApply={apply} />
    </div>
  );
}
