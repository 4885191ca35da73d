import { getBatchProgress } from '@/lib/batches/report/queries';
import { json, route } from '@/lib/http/route';

export const GET = route<{ batchId: string }>(async ({ params, actor }) =>
  json(await getBatchProgress(actor, params.batchId)),
);
