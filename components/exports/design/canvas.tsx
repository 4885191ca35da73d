'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Piece } from '@/components/exports/print/piece-picture';
import { frameOf, type DesignProblem } from '@/lib/print/design-problems';
import { isCentered, type Corner } from '@/lib/print/designs/edit';
import { previewOf } from '@/lib/print/preview-of';
import type { PrintSample } from '@/lib/print/print-types';
import { useDrag } from './use-drag';
import { useElementName } from './use-element-name';
import type { History } from './use-history';
import { elementKey } from './use-keys';

export type CanvasProps = {
  history: History;
  sample: PrintSample;
  chosen: number | null;
  onChoose: (at: number | null) => void;
  problems: readonly DesignProblem[];
};

const CORNERS: readonly Corner[] = ['nw', 'ne', 'sw', 'se'];
/** Around the piece, so that handles at its edge can be taken. */
const MARGIN = 0.06;

/** The piece as it will be printed, with a real code in it; what stands on it is taken by mouse, finger or keys. */
export function Canvas({ history, sample, chosen, onChoose, problems }: CanvasProps) {
  const t = useTranslations('designs.canvas');
  const nameOf = useElementName();
  const hint = useId();
  const drag = useDrag(history);
  const { design } = history;
  const { width, height, bleed, radius } = design;
  const around = bleed + Math.max(width, height) * MARGIN;
  // In millimetres, so that lines and handles are as thick whatever is drawn.
  const unit = Math.max(width, height) / 100;
  const preview = previewOf(design, sample);
  const element = chosen === null ? undefined : design.elements[chosen];
  return (
    <>
      <svg
        role="group"
        aria-label={t('label')}
        aria-describedby={hint}
        viewBox={`${-around} ${-around} ${width + 2 * around} ${height + 2 * around}`}
        className="max-h-[65vh] min-h-64 w-full touch-none rounded-lg bg-muted select-none"
        onPointerDown={() => onChoose(null)}
        onPointerMove={drag.move}
        onPointerUp={drag.end}
        onPointerCancel={drag.end}
      >
        <Piece {...preview} bleed={bleed} />
        {bleed > 0 && (
          <rect
            {...{ width, height, rx: radius }}
            fill="none"
            stroke="#e0245e"
            strokeWidth={unit * 0.25}
            strokeDasharray={`${unit} ${unit}`}
          />
        )}
        {design.elements.map((one, at) => (
          <Target
            key={at}
            frame={frameOf(one)}
            name={nameOf(one)}
            unit={unit}
            state={at === chosen ? 'chosen' : problems.some((known) => known.at === at) ? 'wrong' : 'idle'}
            onTake={(event) => {
              onChoose(at);
              drag.start(event, at, null);
            }}
            onFocus={() => onChoose(at)}
            onKeyDown={(event) => elementKey(history, { event, at, choose: onChoose })}
          />
        ))}
        {element && chosen !== null && (
          <>
            <Middle {...isCentered(design, element)} width={width} height={height} unit={unit} />
            {CORNERS.map((corner) => (
              <Handle
                key={corner}
                corner={corner}
                frame={frameOf(element)}
                unit={unit}
                onTake={(event) => drag.start(event, chosen, corner)}
              />
            ))}
          </>
        )}
      </svg>
      <p id={hint} className="mt-2 text-xs leading-5 text-muted-foreground">
        <span className="max-md:hidden">{t('hint')}</span>
        <span className="md:hidden">{t('hintTouch')}</span>
      </p>
    </>
  );
}

type Frame = ReturnType<typeof frameOf>;
type Take = (event: React.PointerEvent<SVGElement>) => void;
const STROKES = { chosen: '#2563eb', wrong: '#dc2626', idle: 'transparent' };

type TargetProps = {
  frame: Frame;
  name: string;
  unit: number;
  state: keyof typeof STROKES;
  onTake: Take;
  onFocus: () => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
};

/** What of an element can be taken; a thin line has more of it than is drawn. */
function Target({ frame, name, unit, state, onTake, onFocus, onKeyDown }: TargetProps) {
  const least = unit * 2.5;
  const [w, h] = [Math.max(frame.width, least), Math.max(frame.height, least)];
  return (
    <rect
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={state === 'chosen'}
      x={frame.x - (w - frame.width) / 2}
      y={frame.y - (h - frame.height) / 2}
      {...{ width: w, height: h }}
      fill="transparent"
      stroke={STROKES[state]}
      strokeWidth={unit * 0.4}
      className="cursor-move outline-none hover:stroke-[#2563eb]/60 focus-visible:stroke-[#2563eb]"
      onPointerDown={onTake}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    />
  );
}

function Handle({
  corner,
  frame,
  unit,
  onTake,
}: {
  corner: Corner;
  frame: Frame;
  unit: number;
  onTake: Take;
}) {
  const [x, y] = [
    corner.endsWith('e') ? frame.x + frame.width : frame.x,
    corner.startsWith('s') ? frame.y + frame.height : frame.y,
  ];
  const cursor = corner === 'nw' || corner === 'se' ? 'cursor-nwse-resize' : 'cursor-nesw-resize';
  return (
    <g className={cursor} onPointerDown={onTake}>
      {/* As large as a fingertip. */}
      <circle cx={x} cy={y} r={unit * 3.5} fill="transparent" />
      <circle cx={x} cy={y} r={unit * 1.1} fill="#ffffff" stroke="#2563eb" strokeWidth={unit * 0.4} />
    </g>
  );
}

type MiddleProps = { x: boolean; y: boolean; width: number; height: number; unit: number };

/** Lines through the middle, while something stands in it. */
function Middle({ x, y, width, height, unit }: MiddleProps) {
  const line = { stroke: '#db2777', strokeWidth: unit * 0.25, pointerEvents: 'none' as const };
  return (
    <>
      {x && <line x1={width / 2} x2={width / 2} y1={0} y2={height} {...line} />}
      {y && <line x1={0} x2={width} y1={height / 2} y2={height / 2} {...line} />}
    </>
  );
}
