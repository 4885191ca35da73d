import { getBulk } from '@/lib/bulk/queries';
import { json, route } from '@/lib/http/route';

export const GET = route<{ bulkId: string }>(async ({ params, actor }) =>
  json(await getBulk(actor, params.bulkId)),
);
