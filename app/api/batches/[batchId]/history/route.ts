import { batchHistory } from '@/lib/audit/history';
import { json, route } from '@/lib/http/route';

export const GET = route<{ batchId: string }>(async ({ params, actor }) =>
  json(await batchHistory(actor, params.batchId)),
);
