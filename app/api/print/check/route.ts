import { getLocale } from 'next-intl/server';
import { json, route } from '@/lib/http/route';
import { checkPrint } from '@/lib/print/check';

export const GET = route(async ({ request, actor }) => {
  const fields = new URL(request.url).searchParams;
  // A design has words of its own, which need room too.
  fields.set('locale', await getLocale());
  return json(await checkPrint(actor, fields, request.signal));
});
