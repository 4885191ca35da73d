import { appHistory } from '@/lib/audit/history';
import { json, route } from '@/lib/http/route';

export const GET = route<{ appId: string }>(async ({ params, actor }) =>
  json(await appHistory(actor, params.appId)),
);
