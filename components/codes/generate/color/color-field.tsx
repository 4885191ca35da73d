'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext, type FieldErrors } from 'react-hook-form';
import { ColorSwatch } from '@/components/ui/form/color-swatch';
import type { LineColor } from '@/lib/wechat/rules/parameters';
import { ColorInputs } from './color-inputs';
import { ColorNotes } from './color-notes';
import { ColorPopover } from './color-popover';
import { fromHex, sameColor, toHexText } from './color';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { SwitchField } from '@/components/codes/generate/fields/switch-field';
import { TrapFixes } from '@/components/codes/generate/trap-notes';
import { useTraps } from '@/components/codes/generate/use-traps';

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

const NOTES_ID = `${controlId('lineColor')}-notes`;

export function ColorField() {
  const t = useTranslations('codes.generate.color');
  const { control } = useFormContext<GenerateFormValues>();
  const { field: auto } = useController({ control, name: 'autoColor' });
  const { field, formState } = useController({ control, name: 'lineColor' });
  const { traps, fixes, apply } = useTraps('lineColor');
  const color = field.value;
  const error = auto.value ? undefined : colorError(formState.errors);
  const focus = () => document.getElementById(controlId('lineColor'))?.focus();
  return (
    <div className="flex flex-col gap-4">
      <SwitchField name="autoColor" label={t('auto')} hint={t('autoHint')} />
      <fieldset disabled={auto.value} aria-describedby={NOTES_ID} className="min-w-0 disabled:opacity-55">
        <legend className="mb-1.5 text-sm leading-6 font-medium">{t('label')}</legend>
        <span hidden ref={(element) => field.ref(element && { focus })} />
        <div className="flex flex-wrap items-end gap-2">
          <ColorPopover color={color} disabled={auto.value} onChange={field.onChange} />
          <ColorInputs
            color={color}
            invalid={Boolean(error)}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        </div>
        <ColorNotes id={NOTES_ID} error={error} traps={traps} />
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
