import { getExport } from '@/lib/exports/queries';
import { json, route } from '@/lib/http/route';

/** What it is and how far. */
export const GET = route<{ exportId: string }>(async ({ params, actor }) =>
  json(await getExport(actor, params.exportId)),
);
