import type { Locale } from '@/lib/i18n/locale';
import { textsOf } from '@/lib/i18n/texts';
import { BUILT_IN_KEYS, type BuiltInKey, type PurposeDefinition } from './purpose';

type FieldKey =
  | 'shop'
  | 'store'
  | 'table'
  | 'product'
  | 'id'
  | 'from'
  | 'person'
  | 'staff'
  | 'title'
  | 'act'
  | 'channel'
  | 'scene';

type Plain = { key: FieldKey; parameter: string | null; required?: true; counts?: true };

const STORE: Plain = { key: 'store', parameter: 'store' };

const FIELDS: Record<BuiltInKey, Plain[]> = {
  table: [
    { key: 'shop', parameter: null },
    STORE,
    { key: 'table', parameter: 'table', required: true, counts: true },
  ],
  product: [
    { key: 'product', parameter: null },
    { key: 'id', parameter: 'id', required: true },
    { key: 'from', parameter: 'from' },
  ],
  employee: [{ key: 'person', parameter: null }, { key: 'staff', parameter: 'staff', required: true }, STORE],
  campaign: [
    { key: 'title', parameter: null },
    { key: 'act', parameter: 'act', required: true },
    { key: 'channel', parameter: 'ch' },
  ],
  blank: [{ key: 'scene', parameter: '', required: true }],
};

const PRINT_CM: Record<BuiltInKey, number> = { table: 8, product: 5, employee: 5, campaign: 30, blank: 8 };

/** The purposes that the product comes with, in the reader's language. */
export function builtInPurposes(locale: Locale): Record<BuiltInKey, PurposeDefinition> {
  const t = textsOf(locale);
  const build = (key: BuiltInKey): PurposeDefinition => ({
    name: t(`purposes.builtIn.${key}.name`),
    summary: t(`purposes.builtIn.${key}.summary`),
    nameTemplate: t(`purposes.builtIn.${key}.nameTemplate`),
    endpoint: 'getwxacodeunlimit',
    printCm: PRINT_CM[key],
    fields: FIELDS[key].map((field) => ({
      key: field.key,
      label: t(`purposes.builtInFields.${field.key}.label`),
      example: t(`purposes.builtInFields.${field.key}.example`),
      parameter: field.parameter,
      required: field.required ?? false,
      counts: field.counts ?? false,
    })),
  });
  const [table, product, employee, campaign, blank] = BUILT_IN_KEYS;
  return {
    table: build(table),
    product: build(product),
    employee: build(employee),
    campaign: build(campaign),
    blank: build(blank),
  };
}
