import { rulesText } from '@/lib/live/rules';
import type { ExportRecord } from '@/lib/exports/scope/record';

export type Cell = string | number | boolean | null;
/** A column of a manifest or a list: its name, and what it says of a record. */
export type Column<T> = readonly [name: string, cellOf: (item: T) => Cell];

/** What the code is and what was sent to WeChat for it; named as WeChat names the parameters. */
export const CODE_COLUMNS = [
  ['row', ({ row }) => row],
  ['id', ({ code }) => code.id],
  ['name', ({ name }) => name],
  ['mini_program', ({ code }) => code.miniProgram.name],
  ['appid', ({ code }) => code.miniProgram.appId],
  ['endpoint', ({ code }) => code.endpoint],
  ['path', ({ code }) => code.path],
  ['page', ({ code }) => code.page],
  ['scene', ({ code }) => code.scene],
  ['live_page', ({ live }) => live && live.page],
  ['live_parameters', ({ live }) => live && JSON.stringify(live.parameters)],
  ['live_state', ({ live }) => live && (live.isPaused ? 'paused' : 'open')],
  ['live_rules', ({ live }) => live && rulesText(live.rules)],
  ['width', ({ code }) => code.width],
  ['auto_color', ({ code }) => code.autoColor],
  ['line_color', ({ code }) => code.lineColor],
  ['is_hyaline', ({ code }) => code.isHyaline],
  ['env_version', ({ code }) => code.envVersion],
  ['check_path', ({ code }) => code.checkPath],
  ['created_at', ({ code }) => code.createdAt.toISOString()],
  ['note', ({ note }) => note],
  ['folder', ({ code }) => code.folder?.name ?? null],
  ['tags', ({ tags }) => tags.join(', ')],
] as const satisfies Column<ExportRecord>[];

/** WeChat's own picture, as it is stored. */
export const PICTURE_COLUMNS = [
  ['media_type', ({ code }) => code.imageType],
  ['width_px', ({ code }) => code.imageWidthPx],
  ['height_px', ({ code }) => code.imageHeightPx],
  ['bytes', ({ code }) => code.imageBytes],
  ['sha256', ({ code }) => code.imageSha256],
] as const satisfies Column<ExportRecord>[];

/** The columns of a batch's own table come last, named as in the templates: `col:店铺`. */
export function tableHeads(columns: readonly string[]): string[] {
  return columns.map((column) => `col:${column}`);
}

export function tableCells({ columns }: ExportRecord): string[] {
  return Object.values(columns);
}
