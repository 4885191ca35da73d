import { getLocale } from 'next-intl/server';
import { listExports } from '@/lib/exports/queries';
import { startExport } from '@/lib/exports/service';
import { downloadResponse } from '@/lib/http/download';
import { json, readForm, route } from '@/lib/http/route';

/** A page of the history: `?cursor=` of the page before. */
export const GET = route(async ({ request, actor }) => {
  const cursor = new URL(request.url).searchParams.get('cursor');
  return json(await listExports(actor, cursor || undefined));
});

/**
 * A form, so that the browser itself downloads the answer: which codes (`id` fields, `selection`, `batch`, `export` or
 * the gallery's filters) and how (`format`, `names`, `picture`, `widthCm`, `dpi`, `type`).
 */
export const POST = route(async ({ request, actor }) => {
  const fields = await readForm(request);
  fields.set('locale', await getLocale());
  return downloadResponse(await startExport(actor, fields));
});
