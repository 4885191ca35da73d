import { codeHistory } from '@/lib/audit/history';
import { json, route } from '@/lib/http/route';

export const GET = route<{ codeId: string }>(async ({ params, actor }) =>
  json(await codeHistory(actor, params.codeId)),
);
