import 'server-only';
import { openSync, type Font } from 'fontkit';
import { emsOf, MM_PER_PT } from '@/lib/print/font/metrics';
import type { TextMark } from '@/lib/print/set-text';
import { FONT_FILES } from '@/lib/print/pdf/document';

const UNITS_PER_EM = 1000;

function openFont(file: string): Font {
  const font = openSync(file);
  if ('fonts' in font) throw new Error('a font and not a collection of them');
  return font;
}

/** What text looks like as shapes, so that whoever opens a file needs no font. Each glyph is read once. */
export function outlines(): (mark: TextMark) => string {
  const fonts = { regular: openFont(FONT_FILES.regular), bold: openFont(FONT_FILES.bold) };
  const glyphs = { regular: new Map<string, string>(), bold: new Map<string, string>() };
  const glyphOf = (character: string, weight: keyof typeof fonts) => {
    const known = glyphs[weight].get(character);
    if (known !== undefined) return known;
    const shape = fonts[weight].glyphForCodePoint(character.codePointAt(0) ?? 0).path.toSVG();
    glyphs[weight].set(character, shape);
    return shape;
  };
  return ({ text, x, y, sizePt, bold, color }) => {
    let advance = 0;
    const shapes = [...text].map((character) => {
      const shape = glyphOf(character, bold ? 'bold' : 'regular');
      const drawn = shape && `<path transform="translate(${advance})" d="${shape}"/>`;
      advance += Math.round(emsOf(character, bold) * UNITS_PER_EM);
      return drawn;
    });
    const scale = (sizePt * MM_PER_PT) / UNITS_PER_EM;
    const place = `translate(${round(x)} ${round(y)}) scale(${scale} ${-scale})`;
    return `<g transform="${place}" fill="${color}">${shapes.join('')}</g>`;
  };
}

/** Thousandths of a millimetre. */
export const round = (mm: number) => Math.round(mm * 1_000) / 1_000;
