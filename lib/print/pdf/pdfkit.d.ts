// `openImage` is documented by pdfkit and missing in its types.
declare namespace PDFKit.Mixins {
  interface PDFImage {
    openImage(source: Buffer): ImageSrc & { width: number; height: number };
  }
}
