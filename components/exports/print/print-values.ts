import type { PdfOptions } from '@/lib/exports/options';
import { STARTER_KEYS, type StarterKey } from '@/lib/print/starter-keys';
import type { Starter } from '@/lib/print/starters';
import type { SheetChoice } from '@/lib/print/sheet';

export type PrintValues = SheetChoice & { design: StarterKey; ink: PdfOptions['ink'] };

/** As it was printed last, else the first design on the sheet that it was made for. */
export function startPrint(last: PdfOptions | null, designs: readonly Starter[]): PrintValues {
  const known = STARTER_KEYS.find((key) => key === last?.design.key);
  if (last && known) return { ...last.sheet, startAt: 1, design: known, ink: last.ink };
  const { key, stock } = designs[0] ?? { key: STARTER_KEYS[0], stock: 'a4' };
  return { design: key, stock, startAt: 1, copies: 1, cropMarks: false, ink: 'rgb' };
}

/** As `createExport` reads them. */
export function printFields(values: PrintValues): [string, string][] {
  return [
    ['format', 'pdf'],
    ['design', values.design],
    ['stock', values.stock],
    ['startAt', String(values.startAt)],
    ['copies', String(values.copies)],
    ['cropMarks', values.cropMarks ? 'yes' : 'no'],
    ['ink', values.ink],
  ];
}
