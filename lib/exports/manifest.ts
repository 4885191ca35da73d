import { stringify } from 'csv-stringify/sync';
import type { ExportedCode } from './queries';

/** `file` is empty when the picture was not intact and so is not in the archive. */
export type ManifestRow = { file: string; code: ExportedCode; intact: boolean };

const COLUMNS = [
  'file',
  'picture',
  'id',
  'name',
  'mini_program',
  'appid',
  'endpoint',
  'path',
  'page',
  'scene',
  'width',
  'auto_color',
  'line_color',
  'is_hyaline',
  'env_version',
  'check_path',
  'media_type',
  'width_px',
  'height_px',
  'bytes',
  'sha256',
  'created_at',
  'note',
];

function toRow({ file, code, intact }: ManifestRow): (string | number | boolean | null)[] {
  const { miniProgram } = code;
  const parameters = [code.path, code.page, code.scene, code.width, code.autoColor, code.lineColor];
  const look = [code.isHyaline, code.envVersion, code.checkPath];
  const picture = [code.imageType, code.imageWidthPx, code.imageHeightPx, code.imageBytes, code.imageSha256];
  return [
    ...[
      file,
      intact ? 'ok' : 'missing',
      code.id,
      code.name,
      miniProgram.name,
      miniProgram.appId,
      code.endpoint,
    ],
    ...parameters,
    ...look,
    ...picture,
    ...[code.createdAt.toISOString(), code.note],
  ];
}

/** UTF-8 with BOM, so that Excel reads the Chinese; a cell that a spreadsheet would run as a formula is escaped. */
export function manifestCsv(rows: ManifestRow[]): string {
  return stringify([COLUMNS, ...rows.map(toRow)], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String },
  });
}
