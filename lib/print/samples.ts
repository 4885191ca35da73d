import 'server-only';
import type { Sight } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { nameValues, type ExportRecord } from '@/lib/exports/scope/record';
import { exportRecords } from '@/lib/exports/scope/records';
import type { ExportScope } from '@/lib/exports/scope/scope';
import { isSquare } from './logo';
import type { PrintSample } from './print-types';

/** As many as the fullest sheet of labels shows. */
export const SAMPLES = 65;

export function sampleOf(record: ExportRecord): PrintSample {
  const { id, imageSha256 } = record.code;
  const picture = `/api/codes/${id}/image?v=${imageSha256}&w=320`;
  return { values: nameValues(record), picture, isSquare: isSquare(record.code) };
}

/** The first pieces of a scope, for a preview. */
export async function samplesOf(scope: ExportScope, sees: Sight, most: number): Promise<PrintSample[]> {
  const samples: PrintSample[] = [];
  for await (const record of exportRecords(scope, { ready: true, until: clock.now(), sees })) {
    samples.push(sampleOf(record));
    if (samples.length === most) break;
  }
  return samples;
}
