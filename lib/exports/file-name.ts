import 'server-only';
import { dayOf } from '@/lib/clock';
import { safePath } from '@/lib/exports/names/safe-name';
import type { ExportFormat } from './options';
import type { Order } from './order';
import { PIECE } from '@/lib/print/sheet';

const EXTENSIONS: Record<ExportFormat, string> = {
  zip: 'zip',
  csv: 'csv',
  xlsx: 'xlsx',
  pictureTable: 'xlsx',
  pdf: 'pdf',
  pieces: 'zip',
};

const millimetres = ({ width, height }: { width: number; height: number }) => `${width}x${height}mm`;

/** Two prints of the same codes on other paper are other files for whoever prints them. In no language: anybody may open them. */
function paperOf(options: Order['options']): string {
  if (options.format !== 'pdf') return '';
  const { design, sheet } = options;
  if (sheet.own) return `-${millimetres(sheet.own)}`;
  return sheet.stock === PIECE ? `-${millimetres(design)}` : `-${sheet.stock.toUpperCase()}`;
}

/** As the browser saves it: what it is about, the paper of a print, and the day on which it was asked for. */
export function fileNameOf({
  scope,
  options,
  createdAt,
}: Pick<Order, 'scope' | 'options' | 'createdAt'>): string {
  const about = scope.kind === 'batch' ? scope.name : 'suncode';
  return safePath([`${about}${paperOf(options)}-${dayOf(createdAt)}`], EXTENSIONS[options.format]);
}
