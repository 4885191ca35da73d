import 'server-only';
import type { Sight } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { exportRecords, nameValues } from '@/lib/exports/scope/records';
import type { ExportScope } from '@/lib/exports/scope/scope';
import type { PrintSample } from './print-types';

/** The first pieces of a scope, for a preview. */
export async function samplesOf(scope: ExportScope, sees: Sight, most: number): Promise<PrintSample[]> {
  const samples: PrintSample[] = [];
  for await (const record of exportRecords(scope, { ready: true, until: clock.now(), sees })) {
    const { id, imageSha256 } = record.code;
    samples.push({ values: nameValues(record), picture: `/api/codes/${id}/image?v=${imageSha256}&w=320` });
    if (samples.length === most) break;
  }
  return samples;
}
