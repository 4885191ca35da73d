import { sightOf } from '@/lib/apps/sight';
import type { Sight } from '@/lib/auth/actor';
import type { Export } from '@/lib/db/generated/client';
import type {
  ExportOptions,
  PdfOptions,
  PictureTableOptions,
  PieceOptions,
  TableOptions,
  ZipOptions,
} from './options';
import { storedOptions } from './parse-options';
import { storedScope, type ExportScope } from '@/lib/exports/scope/scope';

/** An export as it was asked for. */
export type Order<Options extends ExportOptions = ExportOptions> = {
  id: string;
  scope: ExportScope;
  options: Options;
  /** The wall clock of the server at `createdAt`, as if it were UTC. */
  fileTime: Date;
  createdAt: Date;
  /** What may go in: what whoever asked for it saw then. */
  sees: Sight;
};

export const isZip = (order: Order): order is Order<ZipOptions> => order.options.format === 'zip';
/** Its pictures are read again at each download; all other files are kept whole. Tracing thousands of codes takes too long for that. */
export const isMadeAgain = (order: Order): order is Order<ZipOptions> =>
  isZip(order) && order.options.picture.kind !== 'vector';
export const isTable = (order: Order): order is Order<TableOptions> =>
  order.options.format === 'csv' || order.options.format === 'xlsx';
export const isPictureTable = (order: Order): order is Order<PictureTableOptions> =>
  order.options.format === 'pictureTable';
export const isPdf = (order: Order): order is Order<PdfOptions> => order.options.format === 'pdf';
export const isPieces = (order: Order): order is Order<PieceOptions> => order.options.format === 'pieces';
/** What went in so far, and what could not: whoever makes an export counts it up. */
export type Tally = { count: number; missingCount: number };

type Row = Pick<Export, 'id' | 'scope' | 'options' | 'fileTime' | 'createdAt' | 'appIds'>;

export function toOrder({ id, scope, options, fileTime, createdAt, appIds }: Row): Order {
  const asked = { scope: storedScope(scope), options: storedOptions(options) };
  return { id, ...asked, fileTime, createdAt, sees: sightOf(appIds) };
}
