import 'server-only';
import { AppError } from '@/lib/errors';
import { takesPictures } from '@/lib/exports/options';
import type { Order } from '@/lib/exports/order';
import type { ExportRecord } from './record';
import { exportRecords } from './records';

async function* startingWith<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** The records of an order, the first one fetched. @throws AppError EXPORT_EMPTY */
export async function openRecords({
  scope,
  options,
  createdAt,
  sees,
}: Pick<Order, 'scope' | 'options' | 'createdAt' | 'sees'>): Promise<AsyncGenerator<ExportRecord>> {
  const records = exportRecords(scope, { ready: takesPictures(options), until: createdAt, sees });
  const first = await records.next();
  if (first.done) throw new AppError('EXPORT_EMPTY');
  return startingWith(first.value, records);
}
