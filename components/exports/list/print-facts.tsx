import { useTranslations } from 'next-intl';
import type { PdfOptions } from '@/lib/exports/options';
import { DESIGN_KEYS } from '@/lib/print/starter-keys';

/** What was printed: design, its size, copies, and of how many a sample was drawn. */
export function PrintFacts({ options: { design, sheet, sample } }: { options: PdfOptions }) {
  const t = useTranslations('exports.print');
  const { width, height } = design;
  const key = DESIGN_KEYS.find((known) => known === design.key);
  return (
    <>
      {key ? t(`designs.${key}`) : (design.name ?? design.key)} · {t('size', { width, height })} ·{' '}
      {t('copiesFact', { count: sheet.copies })}
      {sample && ` · ${t('sampleFact', sample)}`}
    </>
  );
}
