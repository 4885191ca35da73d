import { useTranslations } from 'next-intl';
import { FigureField, type FigureFieldProps } from '@/components/exports/figure-field';
import { rounded } from '@/lib/print/designs/edit';

export type MmFieldProps = Pick<FigureFieldProps, 'label' | 'value' | 'onChange' | 'min' | 'max' | 'hint'> & {
  step?: number | undefined;
  /** Millimeters where nothing is said. */
  unit?: 'mm' | 'pt' | 'none' | undefined;
};

/** A figure of a design. */
export function MmField({ label, step = 0.5, unit = 'mm', ...rest }: MmFieldProps) {
  const t = useTranslations('designs');
  return (
    <FigureField
      {...rest}
      label={unit === 'none' ? label : t('withUnit', { label, unit: t(`units.${unit}`) })}
      round={unit === 'none' ? Math.round : rounded}
      step={step}
      decreaseLabel={t('less', { label })}
      increaseLabel={t('more', { label })}
    />
  );
}
