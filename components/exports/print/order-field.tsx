'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { columnOrder, hasGroups, PIECE_ORDERS } from '@/lib/print/piece-order';
import type { PrintValues } from './print-values';

export type OrderFieldProps = {
  values: PrintValues;
  onChange: (changed: Partial<PrintValues>) => void;
  /** Of the table that is printed. */
  columns: readonly string[];
};

/** In which order pieces stand on the sheets. */
export function OrderField({ values: { order }, onChange, columns }: OrderFieldProps) {
  const t = useTranslations('exports.print');
  const items = [
    ...PIECE_ORDERS.map((value) => ({ value: String(value), label: t(`orders.${value}`) })),
    ...columns.map((column) => ({ value: columnOrder(column), label: t('orders.column', { column }) })),
  ];
  return (
    <Field
      label={t('order')}
      hint={hasGroups(order) ? t('orderGroups') : undefined}
      className="sm:col-span-2"
    >
      <Select items={items} value={order} onValueChange={(chosen) => onChange({ order: chosen })} />
    </Field>
  );
}
