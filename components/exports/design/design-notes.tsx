'use client';

import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Design } from '@/lib/print/design';
import { designColumns, smallestCode, type DesignProblem } from '@/lib/print/design-problems';
import { hasLogo } from '@/lib/print/logo';
import { placePiece, readDesign, type PieceProblem } from '@/lib/print/place-piece';
import { previewOf } from '@/lib/print/preview-of';
import type { PrintSample } from '@/lib/print/print-types';
import { printFacts, sizeVerdict } from '@/lib/wechat/rules/print-sizes';
import { useElementName } from './use-element-name';

export type DesignNotesProps = {
  design: Design;
  samples: readonly PrintSample[];
  problems: readonly DesignProblem[];
  onChoose: (at: number) => void;
};

/** What keeps it from being saved, then what will not look as meant on the codes at hand. */
export function DesignNotes({ design, samples, problems, onChoose }: DesignNotesProps) {
  const t = useTranslations();
  const nameOf = useElementName();
  const hints = useHints(design, samples);
  if (problems.length === 0 && hints.length === 0)
    return <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('designs.notes.none')}</p>;
  return (
    <ul className="flex flex-col gap-2 text-[0.8125rem] leading-5">
      {problems.map(({ at, key, values }, number) => {
        const element = at === null ? undefined : design.elements[at];
        return (
          <li key={number} className="flex gap-1.5 text-danger-text">
            <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
            <span className="min-w-0">
              {element && at !== null && (
                <button
                  type="button"
                  onClick={() => onChoose(at)}
                  className="me-1 max-w-full rounded-xs font-medium wrap-anywhere underline focus-ring"
                >
                  {nameOf(element)}
                </button>
              )}
              {t(`exports.issues.${key}`, values)}
            </span>
          </li>
        );
      })}
      {hints.map((hint) => (
        <li key={hint} className="flex gap-1.5 text-warning-text">
          <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{hint}</span>
        </li>
      ))}
    </ul>
  );
}

function problemsOf(design: Design, samples: readonly PrintSample[]): PieceProblem[] {
  return samples.flatMap((one) => {
    const preview = previewOf(design, one);
    const { read } = readDesign(preview.design, Object.keys(preview.sample.values.columns));
    return read ? placePiece(read, preview.sample.values).problems : [];
  });
}

function useHints(design: Design, samples: readonly PrintSample[]): string[] {
  const t = useTranslations();
  const found = problemsOf(design, samples);
  const of = (kind: PieceProblem['kind']) => found.filter((problem) => problem.kind === kind);
  const [long, lacking, missing] = [of('textTooLong'), of('noGlyph'), of('logoMissing')];
  const cm = smallestCode(design);
  const columns = [...new Set(designColumns(design))];
  return [
    ...(long[0] ? [t('designs.notes.textTooLong', { count: long.length, text: long[0].text })] : []),
    ...(lacking[0] ? [t('designs.notes.noGlyph', { count: lacking.length, text: lacking[0].text })] : []),
    ...(missing[0] ? [t('designs.notes.logoMissing', { count: missing.length, text: missing[0].text })] : []),
    ...(cm !== null && sizeVerdict(cm) === 'small'
      ? [t('exports.print.small', { cm, distance: printFacts(0, cm).distance })]
      : []),
    ...(hasLogo(design) && samples.some(({ isSquare }) => isSquare) ? [t('designs.notes.square')] : []),
    ...(columns.length > 0 ? [t('designs.notes.columns', { columns: columns.join(', ') })] : []),
  ];
}
