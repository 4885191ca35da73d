// What is missing in the types of pdfkit.
declare namespace PDFKit {
  /** In thousandths of the size. */
  interface Run {
    glyphs: { id: number; codePoints: number[]; advanceWidth: number }[];
    positions: {
      xAdvance: number;
      yAdvance: number;
      xOffset: number;
      yOffset: number;
      advanceWidth: number;
    }[];
    advanceWidth: number;
  }
  interface Reference {
    data: object;
  }
  interface PDFDocument {
    _root: Reference;
    _refEnd(reference: Reference): void;
  }
  interface OpenFont {
    font: { unitsPerEm: number; glyphForCodePoint: (codePoint: number) => Run['glyphs'][number] };
    layout: (text: string) => Run;
  }
}
declare namespace PDFKit.Mixins {
  interface PDFFont {
    _font: OpenFont;
  }
  interface PDFImage {
    openImage(source: Buffer): ImageSrc & { width: number; height: number };
  }
}
