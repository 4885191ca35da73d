import { json, route } from '@/lib/http/route';
import { checkPrint } from '@/lib/print/queries';

export const GET = route(async ({ request, actor }) =>
  json(await checkPrint(actor, new URL(request.url).searchParams)),
);
