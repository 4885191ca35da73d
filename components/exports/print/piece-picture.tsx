import type { Design, PictureElement } from '@/lib/print/design';
import { CAP_HEIGHT_EM, MM_PER_PT } from '@/lib/print/font/metrics';
import { hasLogo } from '@/lib/print/logo';
import { boxShapes, placePiece, readDesign, type Mark } from '@/lib/print/place-piece';
import { pictureAddress } from '@/lib/print/pictures/limits';
import type { PrintSample } from '@/lib/print/print-types';
import { useLogoPlace } from './use-logo-place';

export type PieceProps = { design: Design; sample: PrintSample | null; bleed?: number };

/** One piece in millimetres, drawn from the same marks as the file. Inside of an `svg`. */
export function Piece({ design, sample, bleed = 0 }: PieceProps) {
  const { read } = readDesign(design, Object.keys(sample?.values.columns ?? {}));
  const { width, height, radius, ground } = design;
  const logo = useLogoPlace(sample && !sample.isSquare && hasLogo(design) ? sample.picture : '');
  const marks = read && sample ? placePiece(read, sample.values, logo).marks : [];
  return (
    <>
      <rect
        x={-bleed}
        y={-bleed}
        width={width + 2 * bleed}
        height={height + 2 * bleed}
        rx={radius > 0 ? radius + bleed : 0}
        fill={ground}
      />
      {marks.map((mark, at) => (
        <MarkPicture key={at} mark={mark} picture={sample?.picture ?? ''} />
      ))}
    </>
  );
}

/** The same after the cut: nothing of it stands beyond its edge. */
export function WholePiece(props: Omit<PieceProps, 'bleed'>) {
  const { width, height } = props.design;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Piece {...props} />
    </svg>
  );
}

type Frame = { x: number; y: number; width: number; height: number; radius: number };

const frameOf = ({ x, y, width, height, radius }: Frame) => ({ x, y, width, height, rx: radius });

export function MarkPicture({ mark, picture }: { mark: Mark; picture: string }) {
  if (mark.kind === 'box') {
    const { fill, outline } = boxShapes(mark);
    return (
      <>
        {fill && <rect {...frameOf(fill)} fill={mark.fill} />}
        {outline && (
          <rect {...frameOf(outline)} fill="none" stroke={outline.color} strokeWidth={outline.border} />
        )}
      </>
    );
  }
  if (mark.kind === 'picture') return <AddedPicture {...mark} />;
  if (mark.kind === 'code')
    return <image href={picture} x={mark.x} y={mark.y} width={mark.size} height={mark.size} />;
  const em = mark.sizePt * MM_PER_PT;
  // The browser's own font is made exactly as wide as the file's.
  return (
    <text
      x={mark.x}
      y={mark.y}
      textLength={Math.max(mark.width, em * CAP_HEIGHT_EM * 0.1)}
      lengthAdjust="spacingAndGlyphs"
      fontSize={em}
      fontWeight={mark.bold ? 700 : 400}
      fill={mark.color}
    >
      {mark.text}
    </text>
  );
}

/** In a frame of its own, which cuts what is beyond it. */
function AddedPicture({ x, y, width, height, radius, picture, fit }: PictureElement) {
  const rounding = Math.min(radius, width / 2, height / 2);
  return (
    <svg x={x} y={y} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <image
        href={pictureAddress(picture)}
        width={width}
        height={height}
        preserveAspectRatio={fit === 'cover' ? 'xMidYMid slice' : 'xMidYMid meet'}
        style={{ clipPath: `inset(0 round ${rounding}px)` }}
      />
    </svg>
  );
}
