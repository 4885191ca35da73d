'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/form/field';
import { NumberInput } from '@/components/ui/form/number-input';
import { WIDTH_MAX_PX, WIDTH_MIN_PX } from '@/lib/wechat/rules/limits';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { printSizeOf } from '@/lib/wechat/rules/print-sizes';

/** The sizes of WeChat's table; its smallest lies below what the endpoints give. */
const PRESETS = [WIDTH_MIN_PX, 344, 430, 860, WIDTH_MAX_PX];
const STEP_PX = 10;

export function WidthField() {
  const t = useTranslations('codes.generate.width');
  const common = useTranslations('common');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'width' });
  return (
    <div className="flex flex-col gap-3">
      <Field
        label={t('label')}
        hint={t('hint', { min: WIDTH_MIN_PX, max: WIDTH_MAX_PX })}
        error={fieldState.error?.message}
      >
        {/* No min and max here: a number out of range is explained, not changed behind the typist's back. */}
        <NumberInput
          id={controlId('width')}
          inputRef={field.ref}
          value={field.value}
          onValueChange={field.onChange}
          onBlur={field.onBlur}
          step={STEP_PX}
          unit="px"
          decreaseLabel={common('decrease')}
          increaseLabel={common('increase')}
        />
      </Field>
      <div
        role="group"
        aria-label={t('presets')}
        className="grid grid-cols-3 gap-2 sm:grid-cols-5 lg:grid-cols-3 xl:grid-cols-5"
      >
        {PRESETS.map((width) => (
          <Preset key={width} width={width} pressed={field.value === width} onChoose={field.onChange} />
        ))}
      </div>
    </div>
  );
}

type PresetProps = { width: number; pressed: boolean; onChoose: (width: number) => void };

function Preset({ width, pressed, onChoose }: PresetProps) {
  const t = useTranslations('codes.generate.width');
  const { cm, distanceM } = printSizeOf(width);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={t('preset', { width, cm, distance: distanceM })}
      title={t('preset', { width, cm, distance: distanceM })}
      onClick={() => onChoose(width)}
      className={cn(
        'flex flex-col items-center rounded-md border border-border bg-surface px-2 py-1.5 focus-ring transition-colors hover:border-input',
        pressed && 'border-accent bg-accent-subtle/60 shadow-[inset_0_0_0_1px_var(--accent)]',
      )}
    >
      <span className="font-medium tabular-nums">{width}</span>
      <span className="text-xs leading-4 text-muted-foreground">{t('presetShort', { cm })}</span>
    </button>
  );
}
