import type { Locale } from '@/lib/i18n/locale';
import type { Design } from '@/lib/print/design';
import type { SheetChoice } from '@/lib/print/sheet';
import { SMALL_CM } from '@/lib/wechat/rules/print-sizes';

// Types and limits only (the check is in options-schema.ts), so that the builder's first load holds no validator.

/**
 * `zip`: the pictures; `csv` and `xlsx`: the list of the codes as a table; `pictureTable`: a workbook with the picture in each row;
 * `pdf`: sheets to print, `pieces`: a ZIP with a designed file for each code (lib/print).
 */
export const EXPORT_FORMATS = ['zip', 'csv', 'xlsx', 'pictureTable', 'pdf', 'pieces'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What becomes of codes that open the trial or development version; who does not say it is refused. */
export const UNRELEASED = ['include', 'leaveOut'] as const;
export type Unreleased = (typeof UNRELEASED)[number];

export const PICTURE_KINDS = ['original', 'png', 'print', 'vector'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** `pdf`: a page as large as the code, with WeChat's own bytes in it; its dots stay as they are, whatever `dpi` says. */
export const PRINT_TYPES = ['png', 'jpeg', 'pdf'] as const;
export type PrintType = (typeof PRINT_TYPES)[number];

/** How wide the code is to be on paper, in centimetres; its height follows. */
export type PrintSize = { widthCm: number; dpi: number; type: PrintType };

export const VECTOR_TYPES = ['svg', 'pdf'] as const;
export type VectorType = (typeof VECTOR_TYPES)[number];

/** `original`: exactly WeChat's bytes; `vector`: shapes instead of dots, where they are close enough (lib/print/vector). */
export type PictureOptions =
  | { kind: 'original' }
  | { kind: 'png' }
  | ({ kind: 'print' } & PrintSize)
  | { kind: 'vector'; type: VectorType; widthCm: number };

/** `names` is the template of the files' names (name-template.ts). A table has headings, in a language. */
export type ZipOptions = { format: 'zip'; names: string; picture: PictureOptions };
export type TableOptions = { format: 'csv' | 'xlsx'; locale: Locale };
export type PictureTableOptions = { format: 'pictureTable'; locale: Locale };
/** `black`: text is set in black ink alone; `blackCodes`: codes too, their colored parts excepted. The design as it was then, so that the record tells what was printed. */
export const PRINT_INKS = ['rgb', 'black', 'blackCodes'] as const;
/** How codes are drawn in PDF and SVG: as WeChat's own picture, or as shapes where they are close enough. */
export const CODE_LOOKS = ['picture', 'vector'] as const;
/** `count` codes of `of`, drawn at random; the same seed draws the same ones. */
export type SampleChoice = { count: number; seed: number; of: number };
export const SAMPLE_LIMITS = { count: 500, usual: 20, seed: 9_999 };
export type PdfOptions = {
  format: 'pdf';
  design: Design;
  sheet: SheetChoice;
  ink: (typeof PRINT_INKS)[number];
  codes: (typeof CODE_LOOKS)[number];
  /** Of the pieces: see `lib/print/piece-order.ts`. */
  order: string;
  /** Null for all codes. */
  sample: SampleChoice | null;
};
/** Text in SVG is outlines, so that it looks the same where the font is not; PNG and JPEG have `dpi`. */
export const PIECE_TYPES = ['pdf', 'png', 'jpeg', 'svg'] as const;
export type PieceType = (typeof PIECE_TYPES)[number];
/** `bleed`: out to where the ground of the design goes, else as large as the finished piece. `names` as of a ZIP. */
export type PieceFiles = { type: PieceType; dpi: number; bleed: boolean; names: string };
/** Of `sheet` only the crop marks count, and what a design fills. */
export type PieceOptions = Omit<PdfOptions, 'format'> & { format: 'pieces'; files: PieceFiles };
export type PrintOptions = PdfOptions | PieceOptions;
export type ExportOptions = ZipOptions | TableOptions | PictureTableOptions | PrintOptions;

export const PRINT_FORMATS = ['pdf', 'pieces'] as const satisfies readonly ExportFormat[];

/** What is meant for paper: it has a record of what became of it. */
export const isPrint = (options: ExportOptions): options is PrintOptions =>
  PRINT_FORMATS.some((format) => format === options.format);

/** What only takes codes that have a picture. */
export const takesPictures = ({ format }: { format: ExportFormat }) => format !== 'csv' && format !== 'xlsx';

export const DEFAULT_NAMES = '{name}';
export const TEMPLATE_MAX_CHARS = 300;
/** Folders above a file. Windows refuses long paths, and nobody finds a file ten folders down. */
export const FOLDERS_MAX = 4;

/** Narrower than the least that can be scanned is not made. */
export const PRINT_CM = { min: SMALL_CM.least, max: 200, usual: 8 };
export const PRINT_DPI = { min: 72, max: 1200, usual: 300, choices: [150, 300, 600] };
/** A side of 6,000 pixels is 50 cm at 300 DPI, the largest line of WeChat's own table. */
export const PRINT_MAX_PX = 6_000;

const CM_PER_INCH = 2.54;

/** The pixels that a width on paper needs. */
export function printPixels({ widthCm, dpi }: Pick<PrintSize, 'widthCm' | 'dpi'>): number {
  return Math.round((widthCm / CM_PER_INCH) * dpi);
}

/** More pictures make a workbook that no office program opens without a long wait. */
export const PICTURE_TABLE_MAX = 5_000;

/** Taken off the list at once. */
export const REMOVE_MAX_EXPORTS = 1_000;
