'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { usePrintText } from '@/components/data/texts/use-print-text';
import { Field } from '@/components/ui/form/field';
import { NumberInput } from '@/components/ui/form/number-input';
import { WIDTH_MAX_PX, WIDTH_MIN_PX } from '@/lib/wechat/rules/limits';
import { sharpCentimetres } from '@/lib/wechat/rules/print-sizes';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { withSize } from '@/components/codes/generate/purposes/size-values';
import { useChange } from '@/components/codes/generate/purposes/use-purpose-form';
import { useFormValues } from '@/components/codes/generate/use-generate-form';
import { SizeChips } from './size-chips';

const STEP_PX = 10;

/** Pixels, as they are sent; or a size on paper, which makes them. */
export function WidthField() {
  const t = useTranslations('codes.generate.width');
  const common = useTranslations('common');
  const printed = usePrintText();
  const change = useChange();
  const { printCm } = useFormValues();
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'width' });
  return (
    <div className="flex flex-col gap-3">
      <Field
        controlId={controlId('width')}
        label={t('label')}
        hint={
          <>
            <span className="block">{t('hint', { min: WIDTH_MIN_PX, max: WIDTH_MAX_PX })}</span>
            {field.value && <span className="block">{printed(field.value, printCm)}</span>}
          </>
        }
        error={fieldState.error?.message}
      >
        {/* No min and max here: a number out of range is explained, not changed behind the typist's back. */}
        <NumberInput
          inputRef={field.ref}
          value={field.value}
          onValueChange={(width) => change(() => ({ width, printCm: null }))}
          onBlur={field.onBlur}
          step={STEP_PX}
          unit="px"
          decreaseLabel={common('decrease')}
          increaseLabel={common('increase')}
        />
      </Field>
      <SizeChips
        cm={printCm ?? sharpCentimetres(field.value ?? 0)}
        onChoose={(cm) => change(() => withSize(cm))}
      />
    </div>
  );
}
