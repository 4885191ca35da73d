import { dayOf } from '@/lib/clock';
import type { CodeGetPayload } from '@/lib/db/generated/models';
import type { TargetState } from '@/lib/live/retarget';
import type { NameValues } from '@/lib/exports/names/name-template';

/** What of a code an export reads. */
export const exported = {
  id: true,
  name: true,
  note: true,
  endpoint: true,
  status: true,
  deletedAt: true,
  path: true,
  page: true,
  scene: true,
  width: true,
  autoColor: true,
  lineColor: true,
  isHyaline: true,
  envVersion: true,
  checkPath: true,
  errcode: true,
  imageKey: true,
  imageType: true,
  imageWidthPx: true,
  imageHeightPx: true,
  imageBytes: true,
  imageSha256: true,
  createdAt: true,
  tagIds: true,
  folder: { select: { name: true } },
  miniProgram: { select: { name: true, appId: true, mode: true } },
} as const;

export type ExportedCode = CodeGetPayload<{ select: typeof exported }>;

/** One code of an export. Name and note are the row's own in a batch, whose codes other rows and batches may share. */
export type ExportRecord = {
  code: ExportedCode;
  name: string;
  note: string;
  /** Row of the batch's table, or place in the export; from 1. */
  row: number;
  columns: Record<string, string>;
  /** What a live code leads to when it is exported. */
  live: TargetState | null;
  /** Its code was replaced, and a column may still say what it was before. */
  isOutdated: boolean;
  /** Names of its tags, in the order of the alphabet. */
  tags: string[];
};

/** Before its place is known: only a batch has rows with numbers. */
export type FoundRecord = Omit<ExportRecord, 'row' | 'tags'> & { row: number | null };

/** What the name of its file is made of. */
export function nameValues({ code, name, row, columns, tags }: ExportRecord): NameValues {
  const { id, miniProgram, createdAt } = code;
  const parameters = { scene: code.scene ?? '', path: code.path ?? '', page: code.page ?? '' };
  const rest = { date: dayOf(createdAt), app: miniProgram.name, id, width: String(code.width) };
  const order = { folder: code.folder?.name ?? '', tags: tags.join('+') };
  return { name, row, columns, ...parameters, ...order, ...rest };
}
