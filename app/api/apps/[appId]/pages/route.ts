import { getKnownPages } from '@/lib/apps/pages/queries';
import { json, route } from '@/lib/http/route';

export const GET = route<{ appId: string }>(async ({ params, actor }) =>
  json(await getKnownPages(actor, params.appId)),
);
