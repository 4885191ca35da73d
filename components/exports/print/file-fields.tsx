'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import { PIECE_TYPES, PRINT_DPI, PRINT_MAX_PX } from '@/lib/exports/options';
import type { PrintValues } from './print-values';

const TYPE_NAMES = { pdf: 'PDF', png: 'PNG', jpeg: 'JPEG', svg: 'SVG' };

export type FileFieldsProps = {
  values: PrintValues;
  onChange: (changed: Partial<PrintValues>) => void;
  /** Of the longer side of a file; 0 where it has none of its own. */
  pixels: number;
  hasBleed: boolean;
};

/** What the file of each code is. */
export function FileFields({ values, onChange, pixels, hasBleed }: FileFieldsProps) {
  const t = useTranslations('exports.print.files');
  const issue = useTranslations('exports.issues');
  const { type, dpi } = values;
  return (
    <>
      <Field label={t('type')} group hint={t(`typeHints.${type}`)} className="sm:col-span-2">
        <Segmented
          value={type}
          onValueChange={(chosen) => onChange({ type: chosen })}
          items={PIECE_TYPES.map((value) => ({ value, label: TYPE_NAMES[value] }))}
        />
      </Field>
      {(type === 'png' || type === 'jpeg') && (
        <Field
          label={t('dpi')}
          group
          error={pixels > PRINT_MAX_PX ? issue('printTooLarge', { pixels, max: PRINT_MAX_PX }) : undefined}
        >
          <Segmented
            value={String(dpi)}
            onValueChange={(value) => onChange({ dpi: Number(value) })}
            items={PRINT_DPI.choices.map((value) => ({ value: String(value), label: String(value) }))}
          />
        </Field>
      )}
      {hasBleed && (
        <Checkbox
          label={t('bleed')}
          checked={values.bleed}
          onCheckedChange={(bleed) => onChange({ bleed })}
        />
      )}
    </>
  );
}
