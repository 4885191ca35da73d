'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import { ENV_VERSIONS } from '@/lib/wechat/rules/limits';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';
import { TrapFixes, TrapTexts } from '@/components/codes/generate/trap-notes';
import { useTraps } from '@/components/codes/generate/use-traps';

function focusChecked(group: HTMLElement): void {
  group.querySelector<HTMLElement>('input:checked')?.focus();
}

export function EnvVersionField() {
  const t = useTranslations('codes.generate.envVersion');
  const versions = useTranslations('codes.versions');
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
          items={ENV_VERSIONS.map((value) => ({ value, label: versions(value) }))}
          className="max-w-sm"
        />
      </Field>
      <TrapFixes fixes={fixes} onApply={apply} />
    </div>
  );
}
