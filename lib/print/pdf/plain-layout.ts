import 'server-only';

type Placed = { glyph: PDFKit.Run['glyphs'][number]; position: PDFKit.Run['positions'][number] };

/**
 * Has a font of pdfkit put characters beside each other as `metrics.ts` measures them, and as previews and outlines do. Its own
 * way shapes each word, three times as slowly, and remembers all words of a document: a name for each of 10,000 codes.
 */
export function layPlainly(font: PDFKit.OpenFont): void {
  const known = new Map<string, Placed>();
  const scale = 1_000 / font.font.unitsPerEm;
  const place = (character: string): Placed => {
    const glyph = font.font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const advance = glyph.advanceWidth * scale;
    const position = { xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: advance };
    const placed = { glyph, position };
    known.set(character, placed);
    return placed;
  };
  font.layout = (text) => {
    const placed = [...text].map((character) => known.get(character) ?? place(character));
    return {
      glyphs: placed.map(({ glyph }) => glyph),
      positions: placed.map(({ position }) => position),
      advanceWidth: placed.reduce((sum, { position }) => sum + position.xAdvance, 0),
    };
  };
}
