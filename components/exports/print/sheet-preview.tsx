'use client';

import { useTranslations } from 'next-intl';
import type { Design } from '@/lib/print/design';
import { placeHead } from '@/lib/print/place-piece';
import type { PrintSample } from '@/lib/print/print-types';
import { bleedOn, colorBars, cropMarks, type Grid, type Patch, type SheetChoice } from '@/lib/print/sheet';
import { MarkPicture, Piece } from './piece-picture';

export type SheetPreviewProps = {
  design: Design;
  sheet: SheetChoice;
  grid: Grid;
  samples: readonly PrintSample[];
  /** What the head of a sheet says of it. */
  about: string;
};

/** About how an ink looks on a screen. */
function shownInk({ ink: [cyan, magenta, yellow, black] }: Patch): string {
  const light = [cyan, magenta, yellow].map((percent) => (100 - percent) * (100 - black) * 0.0255);
  return `rgb(${light.map(Math.round).join(' ')})`;
}

/** The first sheet with real codes, as it will be printed. */
export function SheetPreview({ design, sheet, grid, samples, about }: SheetPreviewProps) {
  const t = useTranslations('exports.print');
  const { pageWidth, pageHeight, places } = grid;
  return (
    <svg
      role="img"
      aria-label={t('preview')}
      viewBox={`0 0 ${pageWidth} ${pageHeight}`}
      className="max-h-[60vh] w-full rounded-sm bg-white shadow-md ring-1 ring-black/10"
    >
      {placeHead(design, about, pageWidth).map((mark) => (
        <MarkPicture key={mark.x} mark={mark} picture="" />
      ))}
      {colorBars(sheet, grid).map((patch) => (
        <rect
          key={patch.x}
          x={patch.x}
          y={patch.y}
          width={patch.size}
          height={patch.size}
          fill={shownInk(patch)}
        />
      ))}
      {places.map(({ x, y }, at) => {
        const piece = at - (sheet.startAt - 1);
        const sample = piece < 0 ? undefined : samples[Math.floor(piece / sheet.copies)];
        return (
          <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
            {sample ? (
              <>
                <Piece design={design} sample={sample} bleed={bleedOn(sheet, design)} />
                {sheet.cropMarks &&
                  cropMarks(design).map((line, mark) => (
                    <line key={mark} {...line} stroke="#000" strokeWidth={0.1} />
                  ))}
              </>
            ) : null}
            <rect
              width={design.width}
              height={design.height}
              rx={design.radius}
              fill="none"
              stroke="#9aa3b2"
              strokeWidth={0.15}
              strokeDasharray="1 1"
            />
          </g>
        );
      })}
    </svg>
  );
}
