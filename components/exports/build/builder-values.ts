import type { ExportOutline, StartingOptions } from '@/lib/exports/export-types';
import { parseTemplate, renderName, type TemplateIssue } from '@/lib/exports/names/name-template';
import {
  PRINT_CM,
  PRINT_DPI,
  PRINT_MAX_PX,
  printPixels,
  type PictureKind,
  type PrintType,
  type VectorType,
  type ZipOptions,
} from '@/lib/exports/options';
import { splitNames, templateOf, type NameParts } from './name-parts';
import { uniquePaths } from '@/lib/exports/names/unique-paths';

/** What the builder holds: flat, so that switching to and fro loses nothing. */
export type BuilderValues = NameParts & {
  format: StartingOptions['format'];
  picture: PictureKind;
  widthCm: number | null;
  dpi: number;
  type: PrintType;
  /** Of files of shapes. */
  shapes: VectorType;
};

export function startValues({ format, zip }: StartingOptions, columns: readonly string[]): BuilderValues {
  const { names, picture } = zip;
  const usual = {
    ...{ widthCm: PRINT_CM.usual, dpi: PRINT_DPI.usual },
    ...{ type: 'png' as const, shapes: 'svg' as const },
  };
  return { format, ...splitNames(names, columns), ...usual, ...withKind(picture) };
}

function withKind(picture: ZipOptions['picture']) {
  if (picture.kind === 'vector')
    return { picture: picture.kind, widthCm: picture.widthCm, shapes: picture.type };
  const { kind, ...size } = picture;
  return { picture: kind, ...size };
}

export type Problems = { names: TemplateIssue | null; width: 'range' | TemplateIssue | null };

function widthProblem({ picture, widthCm, dpi, type }: BuilderValues): Problems['width'] {
  if (picture !== 'print' && picture !== 'vector') return null;
  if (widthCm === null || widthCm < PRINT_CM.min || widthCm > PRINT_CM.max) return 'range';
  if (picture === 'vector' || type === 'pdf') return null;
  const pixels = printPixels({ widthCm, dpi });
  return pixels > PRINT_MAX_PX ? { key: 'printTooLarge', values: { pixels, max: PRINT_MAX_PX } } : null;
}

export function problemsOf(values: BuilderValues, columns: readonly string[]): Problems {
  if (values.format !== 'zip') return { names: null, width: null };
  return { names: parseTemplate(templateOf(values), columns).issue, width: widthProblem(values) };
}

/** The options as the route reads them. */
export function optionFields(values: BuilderValues): [string, string][] {
  const { format, picture, widthCm, dpi, type, shapes } = values;
  if (format !== 'zip') return [['format', format]];
  const size: [string, string][] = [
    ['widthCm', String(widthCm ?? '')],
    ['dpi', String(dpi)],
    ['type', type],
  ];
  const ofShapes: [string, string][] = [
    ['widthCm', String(widthCm ?? '')],
    ['type', shapes],
  ];
  return [
    ['format', format],
    ['names', templateOf(values)],
    ['picture', picture],
    ...(picture === 'print' ? size : []),
    ...(picture === 'vector' ? ofShapes : []),
  ];
}

function extensionOf({ picture, type, shapes }: BuilderValues, original: 'jpg' | 'png'): string {
  if (picture === 'vector') return shapes;
  if (picture === 'original') return original;
  if (picture === 'print' && type === 'pdf') return type;
  return picture === 'png' || type === 'png' ? 'png' : 'jpg';
}

/** What the first files will be called, exactly as the archive will call them. Empty while the template has a fault. */
export function samplePaths(values: BuilderValues, outline: ExportOutline): string[] {
  const { template } = parseTemplate(templateOf(values), outline.columns);
  if (!template) return [];
  const pathOf = uniquePaths();
  return outline.samples.map((sample) =>
    pathOf(renderName(template, sample, extensionOf(values, sample.extension))),
  );
}

/** How many pictures a print size enlarges, the narrowest of them in pixels, and how much that one; null when all are wide enough. */
export function enlargement(values: BuilderValues, { widths }: ExportOutline) {
  if (values.picture !== 'print' || values.type === 'pdf' || values.widthCm === null) return null;
  const pixels = printPixels({ widthCm: values.widthCm, dpi: values.dpi });
  const smaller = widths.filter(({ px }) => px > 0 && px < pixels);
  const narrowest = smaller[0]?.px;
  if (!narrowest) return null;
  const count = smaller.reduce((sum, width) => sum + width.count, 0);
  return { count, narrowest, factor: Math.round((pixels / narrowest) * 10) / 10 };
}
