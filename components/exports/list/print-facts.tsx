import { useTranslations } from 'next-intl';
import type { PieceOptions, PrintOptions } from '@/lib/exports/options';
import { OWN, PIECE } from '@/lib/print/sheet';
import { DESIGN_KEYS } from '@/lib/print/starter-keys';

const WORDS = ['a4', 'a3', 'letter', PIECE, OWN] as const;

/** What it is on, in a word; labels by the number that is written on their box. */
function onPaper(t: ReturnType<typeof useTranslations<'exports.print'>>, stock: string): string {
  const word = WORDS.find((one) => one === stock);
  return word ? t(`onPaper.${word}`) : stock;
}

/** What was printed: design, its size, the paper, copies or the kind of file, and of how many a sample was drawn. */
export function PrintFacts({ options }: { options: PrintOptions }) {
  const { design, sheet, sample } = options;
  const t = useTranslations('exports.print');
  const { width, height } = design;
  const key = DESIGN_KEYS.find((known) => known === design.key);
  return (
    <>
      {key ? t(`designs.${key}`) : (design.name ?? design.key)} · {t('size', { width, height })} ·{' '}
      {options.format === 'pdf' && `${onPaper(t, sheet.stock)} · `}
      {options.format === 'pieces' ? fileFact(options) : t('copiesFact', { count: sheet.copies })}
      {sample && ` · ${t('sampleFact', sample)}`}
    </>
  );
}

function fileFact({ files: { type, dpi } }: PieceOptions): string {
  const name = type.toUpperCase();
  return type === 'png' || type === 'jpeg' ? `${name} · ${dpi} DPI` : name;
}
