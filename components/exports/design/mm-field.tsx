import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/form/field';
import { NumberInput } from '@/components/ui/form/number-input';
import { rounded } from '@/lib/print/designs/edit';

export type MmFieldProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** Millimeters where nothing is said. */
  unit?: 'mm' | 'pt' | 'none' | undefined;
  hint?: string | undefined;
};

/** A figure of a design. An empty box changes nothing until something stands in it again. */
export function MmField({ label, value, onChange, min, max, step = 0.5, unit = 'mm', hint }: MmFieldProps) {
  const t = useTranslations('designs');
  const take = (figure: number | null) => {
    if (figure === null || Number.isNaN(figure)) return;
    onChange(Math.min(max ?? figure, Math.max(min ?? figure, rounded(figure))));
  };
  return (
    <Field label={unit === 'none' ? label : t('withUnit', { label, unit: t(`units.${unit}`) })} hint={hint}>
      <NumberInput
        value={value}
        onValueChange={take}
        min={min ?? -Infinity}
        max={max}
        step={step}
        decreaseLabel={t('less', { label })}
        increaseLabel={t('more', { label })}
      />
    </Field>
  );
}
