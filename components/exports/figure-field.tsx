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

type Limited = Pick<FigureFieldProps, 'value' | 'min' | 'max' | 'round' | 'onChange'>;

/** What stands in the box while it is typed in; what was undone or dragged meanwhile is what it is then. */
function useDraft({ value, min, max, round, onChange }: Limited) {
  const [draft, setDraft] = useState<{ typed: number | null } | null>(null);
  const isWithin = (figure: number) => figure >= min && figure <= max;
  const typed = draft?.typed ?? null;
  const figure = typed === null ? value : round(typed);
  const isOutside = !isWithin(figure);
  const isShown = draft !== null && (typed === null || isOutside || figure === value);
  return {
    isOutside,
    shown: isShown ? typed : value,
    take: (next: number | null) => {
      setDraft({ typed: next });
      if (next !== null && isWithin(round(next))) onChange(round(next));
    },
    leave: () => {
      setDraft(null);
      if (isOutside) onChange(Math.min(max, Math.max(min, figure)));
    },
  };
}

/**
 * A figure within limits. While something else stands in the box nothing is changed, and the limits are said below it;
 * whoever leaves it so gets the nearest figure that can be, and of an empty box the one before.
 */
export function FigureField({ label, hint, value, min, max, round, onChange, ...steps }: FigureFieldProps) {
  const t = useTranslations('exports.issues');
  const { shown, isOutside, take, leave } = useDraft({ value, min, max, round, onChange });
  return (
    <Field label={label} hint={hint} error={isOutside && t('ownRange', { min, max })}>
      <NumberInput {...{ ...steps, min, max }} value={shown} onValueChange={take} onBlur={leave} />
    </Field>
  );
}
