import { SAMPLE_LIMITS, type PdfOptions } from '@/lib/exports/options';
import { STARTER_KEYS, type StarterKey } from '@/lib/print/starter-keys';
import type { Starter } from '@/lib/print/starters';
import type { SheetChoice } from '@/lib/print/sheet';

/** `sample`: how many codes are drawn at random; null for all of them. */
export type PrintValues = SheetChoice & {
  design: StarterKey;
  ink: PdfOptions['ink'];
  sample: number | null;
  seed: number;
};

/** As it was printed last, else the first design on the sheet that it was made for. */
export function startPrint(last: PdfOptions | null, designs: readonly Starter[]): PrintValues {
  const known = STARTER_KEYS.find((key) => key === last?.design.key);
  if (last && known) {
    const { count: sample = null, seed = 1 } = last.sample ?? {};
    return { ...last.sheet, startAt: 1, design: known, ink: last.ink, sample, seed };
  }
  const { key, stock } = designs[0] ?? { key: STARTER_KEYS[0], stock: 'a4' };
  const all = { sample: null, seed: 1 };
  return { design: key, stock, startAt: 1, copies: 1, cropMarks: false, ink: 'rgb', ...all };
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
    ...sampleFields(values),
  ];
}

function sampleFields({ sample, seed }: PrintValues): [string, string][] {
  if (sample === null) return [];
  return [
    ['sample', String(sample)],
    ['seed', String(seed)],
  ];
}

/** Another design on the sheet that it was made for; whoever tries codes out begins with a few of them. */
export function withDesign(values: PrintValues, { key, stock }: Starter): Partial<PrintValues> {
  const isForm = (design: StarterKey) => design === 'acceptance';
  const usual = isForm(key) ? SAMPLE_LIMITS.usual : null;
  const sample = isForm(key) === isForm(values.design) ? values.sample : usual;
  return { design: key, stock, startAt: 1, sample };
}
