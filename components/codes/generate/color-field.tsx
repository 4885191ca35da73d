'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext, type FieldErrors } from 'react-hook-form';
import { ColorSwatch } from '@/components/ui/color-swatch';
import { Field } from '@/components/ui/field';
import type { LineColor } from '@/lib/wechat/parameters';
import { ColorInputs } from './color-inputs';
import { ColorPopover } from './color-popover';
import { fromHex, sameColor, toHexText } from './color';
import type { GenerateFormValues } from './form-values';
import { SwitchField } from './switch-field';
import { TrapFixes, TrapTexts } from './trap-notes';
import { useTraps } from './use-traps';

/** Dark enough to scan and not to be turned black by WeChat. */
const SWATCHES = [
  { key: 'black', hex: '000000' },
  { key: 'ink', hex: '1f2a44' },
  { key: 'green', hex: '14532d' },
  { key: 'teal', hex: '115e59' },
  { key: 'blue', hex: '1e40af' },
  { key: 'purple', hex: '581c87' },
  { key: 'red', hex: '991b1b' },
  { key: 'brown', hex: '5c3a1e' },
] as const;

export function ColorField() {
  const t = useTranslations('codes.generate.color');
  const { control } = useFormContext<GenerateFormValues>();
  const { field: auto } = useController({ control, name: 'autoColor' });
  const { field, formState } = useController({ control, name: 'lineColor' });
  const { traps, fixes, apply } = useTraps('lineColor');
  const color = field.value;
  return (
    <div className="flex flex-col gap-4">
      <SwitchField name="autoColor" label={t('auto')} hint={t('autoHint')} />
      <fieldset disabled={auto.value} className="min-w-0 disabled:opacity-55">
        <Field
          group
          label={t('label')}
          hint={t('hint')}
          error={!auto.value && colorError(formState.errors)}
          warning={traps.length > 0 && <TrapTexts traps={traps} />}
        >
          <div role="group" aria-label={t('label')} className="flex flex-wrap items-end gap-2">
            <ColorPopover color={color} disabled={auto.value} onChange={field.onChange} />
            <ColorInputs color={color} onChange={field.onChange} onBlur={field.onBlur} />
          </div>
        </Field>
        <TrapFixes fixes={fixes} onApply={apply} />
        <Swatches color={color} onChange={field.onChange} />
      </fieldset>
    </div>
  );
}

function colorError({ lineColor }: FieldErrors<GenerateFormValues>): string | undefined {
  return lineColor?.message ?? (lineColor?.r ?? lineColor?.g ?? lineColor?.b)?.message;
}

type SwatchesProps = { color: LineColor; onChange: (color: LineColor) => void };

function Swatches({ color, onChange }: SwatchesProps) {
  const t = useTranslations('codes.generate.color');
  return (
    <div role="group" aria-label={t('suggested')} className="mt-3 flex flex-wrap gap-2.5">
      {SWATCHES.map(({ key, hex }) => {
        const swatch = fromHex(hex);
        return (
          <ColorSwatch
            key={key}
            color={toHexText(swatch)}
            label={t(`swatches.${key}`)}
            selected={sameColor(swatch, color)}
            onSelect={() => onChange(swatch)}
          />
        );
      })}
    </div>
  );
}
