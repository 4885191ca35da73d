import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/form/field';
import { NumberInput, type NumberInputProps } from '@/components/ui/form/number-input';

export type FigureFieldProps = Pick<NumberInputProps, 'decreaseLabel' | 'increaseLabel' | 'step'> & {
  label: string;
  value: number;
  min: number;
  max: number;
  /** What is taken of what is typed, such as a whole number. */
  round: (figure: number) => number;
  onChange: (value: number) => void;
  hint?: string | undefined;
};

/**
 * A figure within limits. While something else stands in the box nothing is changed, and the limits are said below it;
 * whoever leaves it so gets the nearest figure that can be, and of an empty box the one before.
 */
export function FigureField({ label, hint, value, min, max, round, onChange, ...rest }: FigureFieldProps) {
  const t = useTranslations('exports.issues');
  const [draft, setDraft] = useState<{ typed: number | null } | null>(null);
  const typed = draft?.typed ?? null;
  const figure = typed === null ? null : round(typed);
  const isOutside = figure !== null && (figure < min || figure > max);
  const take = (next: number | null) => {
    setDraft({ typed: next });
    if (next !== null && round(next) >= min && round(next) <= max) onChange(round(next));
  };
  const leave = () => {
    setDraft(null);
    if (isOutside) onChange(Math.min(max, Math.max(min, figure)));
  };
  // What was undone or dragged meanwhile is what it is then.
  const isShown = draft !== null && (figure === null || isOutside || figure === value);
  return (
    <Field label={label} hint={hint} error={isOutside && t('ownRange', { min, max })}>
      <NumberInput
        {...{ ...rest, min, max }}
        value={isShown ? typed : value}
        onValueChange={take}
        onBlur={leave}
      />
    </Field>
  );
}
