import { useId } from 'react';
import {
  SQUARE_VIEW,
  SUN_DISC_RADIUS,
  SUN_EYE_RADIUS,
  SUN_SIDE,
  SUN_STROKE,
  type Sketch as SketchShape,
} from '@/lib/codes/picture/preview';

export type SketchProps = {
  sketch: SketchShape;
  /** Says what it is, and that it is no code. */
  label: string;
  /** In the middle, where WeChat puts the icon of the Mini Program. */
  initial: string;
  className?: string | undefined;
};

/** Line colours are data. A colour that only WeChat knows is drawn as a grey that no code has. */
export function Sketch({ sketch, label, initial, className }: SketchProps) {
  const titleId = useId();
  return (
    <svg
      viewBox={`0 0 ${sketch.viewWidth} ${sketch.viewHeight}`}
      role="img"
      aria-labelledby={titleId}
      className={className}
      style={{ color: sketch.color ?? 'rgb(130 130 130)' }}
    >
      <title id={titleId}>{label}</title>
      {!sketch.transparent && (
        <rect width={sketch.viewWidth} height={sketch.viewHeight} className="fill-white" />
      )}
      {sketch.kind === 'sun' ? (
        <SunLines sketch={sketch} initial={initial} />
      ) : (
        <SquareModules sketch={sketch} />
      )}
    </svg>
  );
}

function SunLines({ sketch, initial }: Pick<SketchProps, 'sketch' | 'initial'>) {
  const center = SUN_SIDE / 2;
  return (
    <>
      <path
        d={sketch.path}
        fill="none"
        stroke="currentColor"
        strokeWidth={SUN_STROKE}
        strokeLinecap="round"
      />
      {sketch.eyes.map(({ x, y }) => (
        <g key={`${x} ${y}`}>
          <circle cx={x} cy={y} r={SUN_EYE_RADIUS - 6} fill="none" stroke="currentColor" strokeWidth="8" />
          <circle cx={x} cy={y} r="10" fill="currentColor" />
        </g>
      ))}
      <circle cx={center} cy={center} r={SUN_DISC_RADIUS - 8} fill="currentColor" opacity="0.12" />
      <text
        x={center}
        y={center}
        dy="0.35em"
        textAnchor="middle"
        fontSize="64"
        fontWeight="600"
        fill="currentColor"
        aria-hidden
      >
        {initial}
      </text>
    </>
  );
}

function SquareModules({ sketch }: Pick<SketchProps, 'sketch'>) {
  const captionTop = SQUARE_VIEW.margin + SQUARE_VIEW.side + 8;
  return (
    <>
      <path d={sketch.path} fill="currentColor" shapeRendering="crispEdges" />
      <rect
        y={captionTop}
        width={SQUARE_VIEW.width}
        height={SQUARE_VIEW.height - captionTop}
        fill="currentColor"
      />
      <rect x="135" y={captionTop + 32} width="200" height="12" rx="6" className="fill-white" opacity="0.5" />
    </>
  );
}
