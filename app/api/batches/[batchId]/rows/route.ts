import { listBatchRows } from '@/lib/batches/report/row-queries';
import { json, route } from '@/lib/http/route';

export const GET = route<{ batchId: string }>(async ({ request, params, actor }) => {
  const { searchParams } = new URL(request.url);
  return json(await listBatchRows(actor, params.batchId, Object.fromEntries(searchParams)));
});
