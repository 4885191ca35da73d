import { useTranslations } from 'next-intl';
import type { Put } from '@/components/exports/design/use-history';
import { Checkbox } from '@/components/ui/form/checkbox';
import { ColorInput } from '@/components/ui/form/color-input';
import { Field } from '@/components/ui/form/field';
import { NO_FILL, type BoxElement } from '@/lib/print/design';
import { DESIGN_LIMITS } from '@/lib/print/design-problems';
import { MmField } from './mm-field';

const USUAL = { fill: '#e8ecf2', border: '#14181f' };

export function BoxFields({ element, put }: { element: BoxElement; put: Put<BoxElement> }) {
  const t = useTranslations('designs');
  const { fill, radius, width, height, border = 0, borderColor = USUAL.border } = element;
  const isFilled = fill !== NO_FILL;
  return (
    <>
      <MmField
        label={t('fields.radius')}
        value={radius}
        min={0}
        max={Math.min(width, height) / 2}
        onChange={(mm) => put({ radius: mm })}
      />
      <MmField
        label={t('fields.border')}
        value={border}
        min={0}
        max={DESIGN_LIMITS.quiet}
        step={0.1}
        onChange={(mm) => put({ border: mm, borderColor })}
      />
      <div className="col-span-2">
        <Checkbox
          label={t('fields.filled')}
          checked={isFilled}
          onCheckedChange={(checked) => put({ fill: checked ? USUAL.fill : NO_FILL })}
        />
      </div>
      {isFilled && (
        <Field label={t('fields.fill')} className="col-span-2">
          <ColorInput
            value={fill}
            onValueChange={(color) => put({ fill: color })}
            pickLabel={t('pickColor')}
          />
        </Field>
      )}
      {border > 0 && (
        <Field label={t('fields.borderColor')} className="col-span-2">
          <ColorInput
            value={borderColor}
            onValueChange={(color) => put({ borderColor: color })}
            pickLabel={t('pickColor')}
          />
        </Field>
      )}
    </>
  );
}
