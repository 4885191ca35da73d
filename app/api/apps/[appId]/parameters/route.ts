import { getDeclaredPages } from '@/lib/apps/parameters/queries';
import { json, route } from '@/lib/http/route';

export const GET = route<{ appId: string }>(async ({ params, actor }) =>
  json(await getDeclaredPages(actor, params.appId)),
);
