import { useFormContext } from 'react-hook-form';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';
import { TrapFixes } from '@/components/codes/generate/trap-notes';
import { parametersText, UNNAMED } from '@/lib/live/parameters-text';
import type { Purpose } from '@/lib/purposes/purpose';

export type MakeLiveProps = {
  purpose: Purpose;
  /** Goes to the form of all parameters, which has the field for them. */
  onAll: () => void;
};

/** What does not fit into a scene is kept by Suncode instead. */
export function MakeLive({ purpose, onAll }: MakeLiveProps) {
  const { getValues, setValue } = useFormContext<GenerateFormValues>();
  const apply = () => {
    const values = getValues('fields');
    const pairs = purpose.fields.flatMap(({ key, parameter }): [string, string][] => {
      const value = (values[key] ?? '').trim();
      return parameter === null || value === '' ? [] : [[parameter || UNNAMED, value]];
    });
    setValue('liveParameters', parametersText(Object.fromEntries(pairs)));
    setValue('isLive', true);
    onAll();
  };
  return <TrapFixes fixes={[{ key: 'makeLive', changes: {} }]} onApply={apply} />;
}
