import 'server-only';
import { dayOf } from '@/lib/clock';
import { safePath } from '@/lib/exports/names/safe-name';
import type { ExportFormat } from './options';
import type { Order } from './order';

const EXTENSIONS: Record<ExportFormat, string> = {
  zip: 'zip',
  csv: 'csv',
  xlsx: 'xlsx',
  pictureTable: 'xlsx',
  pdf: 'pdf',
  pieces: 'zip',
};

/** As the browser saves it: what it is about and the day on which it was asked for. */
export function fileNameOf({
  scope,
  options,
  createdAt,
}: Pick<Order, 'scope' | 'options' | 'createdAt'>): string {
  const about = scope.kind === 'batch' ? scope.name : 'suncode';
  return safePath([`${about}-${dayOf(createdAt)}`], EXTENSIONS[options.format]);
}
