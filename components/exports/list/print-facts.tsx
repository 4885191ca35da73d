import { useTranslations } from 'next-intl';
import type { PieceOptions, PrintOptions } from '@/lib/exports/options';
import { DESIGN_KEYS } from '@/lib/print/starter-keys';

/** What was printed: design, its size, copies or the kind of file, and of how many a sample was drawn. */
export function PrintFacts({ options }: { options: PrintOptions }) {
  const { design, sheet, sample } = options;
  const t = useTranslations('exports.print');
  const { width, height } = design;
  const key = DESIGN_KEYS.find((known) => known === design.key);
  return (
    <>
      {key ? t(`designs.${key}`) : (design.name ?? design.key)} · {t('size', { width, height })} ·{' '}
      {options.format === 'pieces' ? fileFact(options) : t('copiesFact', { count: sheet.copies })}
      {sample && ` · ${t('sampleFact', sample)}`}
    </>
  );
}

function fileFact({ files: { type, dpi } }: PieceOptions): string {
  const name = type.toUpperCase();
  return type === 'png' || type === 'jpeg' ? `${name} · ${dpi} DPI` : name;
}
