'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { usePrintText } from '@/components/data/texts/use-print-text';
import { Field } from '@/components/ui/form/field';
import { NumberInput } from '@/components/ui/form/number-input';
import { PRINT_CM } from '@/lib/purposes/purpose';
import { sharpCentimetres } from '@/lib/wechat/rules/print-sizes';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { SizeChips } from '@/components/codes/generate/fields/size-chips';
import { useFormValues } from '@/components/codes/generate/use-generate-form';
import { withSize } from './size-values';
import { useChange } from './use-purpose-form';

/** How large it will be printed; the pixels follow. */
export function SizeField() {
  const t = useTranslations('purposes.form');
  const common = useTranslations('common');
  const printed = usePrintText();
  const change = useChange();
  const { control } = useFormContext<GenerateFormValues>();
  const { errors } = useFormState({ control, name: 'width' });
  const { width, printCm } = useFormValues();
  // An emptied box stays empty while somebody types; the pixels stay what they were.
  const [emptied, setEmptied] = useState(false);
  const choose = (value: number | null) => {
    setEmptied(value === null);
    change(() => withSize(value));
  };
  // Pixels that were chosen among all parameters, as what they make on paper.
  const cm = printCm ?? (width === null ? null : sharpCentimetres(width));
  return (
    <div>
      <Field
        controlId={controlId('width')}
        label={t('size')}
        error={errors.width?.message}
        hint={width && printed(width, printCm)}
      >
        <div className="flex flex-wrap items-center gap-2">
          <NumberInput
            value={emptied ? null : cm}
            onValueChange={choose}
            onBlur={() => setEmptied(false)}
            min={PRINT_CM.min}
            max={PRINT_CM.max}
            unit={t('cm')}
            decreaseLabel={common('decrease')}
            increaseLabel={common('increase')}
            className="w-44"
          />
          <SizeChips cm={cm} onChoose={choose} />
        </div>
      </Field>
    </div>
  );
}
