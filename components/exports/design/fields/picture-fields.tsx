import { useTranslations } from 'next-intl';
import type { Put } from '@/components/exports/design/use-history';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import type { PictureElement } from '@/lib/print/design';
import { MmField } from './mm-field';

const FITS = ['cover', 'contain'] as const;

export type PictureFieldsProps = {
  element: PictureElement;
  put: Put<PictureElement>;
  onGround: () => void;
};

export function PictureFields({
  element: { fit, radius, width, height },
  put,
  onGround,
}: PictureFieldsProps) {
  const t = useTranslations('designs.fields');
  return (
    <>
      <MmField
        label={t('radius')}
        value={radius}
        min={0}
        max={Math.min(width, height) / 2}
        onChange={(mm) => put({ radius: mm })}
      />
      <Field label={t('fit')} group hint={t(`fitHints.${fit}`)} className="col-span-2">
        <Segmented
          value={fit}
          onValueChange={(value) => put({ fit: value })}
          items={FITS.map((value) => ({ value, label: t(`fits.${value}`) }))}
        />
      </Field>
      <Button variant="secondary" size="sm" className="col-span-2 w-fit" onClick={onGround}>
        {t('asGround')}
      </Button>
    </>
  );
}
