import 'server-only';
import { refuse } from '@/lib/exports/parse-options';
import { exportRecords, type RecordOptions } from '@/lib/exports/scope/records';
import { scopeColumns, type ExportScope } from '@/lib/exports/scope/scope';
import type { Design } from './design';
import { readDesign } from './place-piece';
import { hasRowLogos, logoOf } from './row-logos';

/** @throws AppError INVALID_INPUT where rows of codes that are printed name pictures that the design has not */
export async function requireRowLogos(
  design: Design,
  scope: ExportScope,
  of: Omit<RecordOptions, 'ready'>,
): Promise<void> {
  if (!hasRowLogos(design)) return;
  const { read } = readDesign(design, await scopeColumns(scope));
  if (!read) return;
  const names: string[] = [];
  for await (const { columns } of exportRecords(scope, { ready: true, ...of })) {
    const missing = [...read.logos.keys()].map((element) => logoOf(read, element, columns).missing);
    const name = missing.find((one) => one !== null);
    if (name) names.push(name);
  }
  const [name] = names;
  if (name) refuse('design', { key: 'logosMissing', values: { count: names.length, name } });
}
