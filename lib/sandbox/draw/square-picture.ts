import { create } from 'qrcode';

import { fixed, wordPath } from './pixel-font';

/** WeChat's own measures: asked for 430, it answers 470 × 535 with a caption under the code. */
const CODE_SIDE = 430;
const PICTURE_WIDTH = 470;
const PICTURE_HEIGHT = 535;
const MARGIN = (PICTURE_WIDTH - CODE_SIDE) / 2;
/** Quiet zone in modules, on top of the margin. */
const QUIET = 2;

/** Size in pixels of the picture of a square code for a requested width. */
function squareSize(widthPx: number): { widthPx: number; heightPx: number } {
  return {
    widthPx: Math.round((widthPx * PICTURE_WIDTH) / CODE_SIDE),
    heightPx: Math.round((widthPx * PICTURE_HEIGHT) / CODE_SIDE),
  };
}

/** SVG of a square code that any reader can read, over a caption bar that says SANDBOX. */
export function squareSvg(text: string, requestedWidthPx: number): string {
  const { widthPx, heightPx } = squareSize(requestedWidthPx);
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = CODE_SIDE / (modules.size + 2 * QUIET);
  const offset = MARGIN + QUIET * unit;
  const captionTop = MARGIN + CODE_SIDE;
  const label = wordPath('SANDBOX', {
    centerX: PICTURE_WIDTH / 2,
    centerY: (captionTop + PICTURE_HEIGHT) / 2 + 4,
    width: 200,
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"`,
    ` viewBox="0 0 ${PICTURE_WIDTH} ${PICTURE_HEIGHT}" preserveAspectRatio="none">`,
    `<rect width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" fill="#fff"/>`,
    `<g transform="translate(${fixed(offset)} ${fixed(offset)}) scale(${unit})" shape-rendering="crispEdges">`,
    `<path d="${modulesPath(modules)}" fill="#000"/></g>`,
    `<rect y="${captionTop + 8}" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT - captionTop - 8}" fill="#111"/>`,
    `<path d="${label}" fill="#fff"/>`,
    '</svg>',
  ].join('');
}

type Modules = { size: number; get(row: number, column: number): number | boolean };

function modulesPath(modules: Modules): string {
  const dark: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  return dark.join('');
}
