import 'server-only';
import { dayOf } from '@/lib/clock';
import { safePath } from '@/lib/exports/names/safe-name';
import type { Order } from './order';

/** As the browser saves it: what it is about and the day on which it was asked for. */
export function fileNameOf({
  scope,
  options,
  createdAt,
}: Pick<Order, 'scope' | 'options' | 'createdAt'>): string {
  const about = scope.kind === 'batch' ? scope.name : 'suncode';
  const extension = options.format === 'pictureTable' ? 'xlsx' : options.format;
  return safePath([`${about}-${dayOf(createdAt)}`], extension);
}
