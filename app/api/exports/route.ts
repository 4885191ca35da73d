import { getLocale } from 'next-intl/server';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { listExports } from '@/lib/exports/queries';
import { startExport } from '@/lib/exports/service';
import { downloadResponse } from '@/lib/http/download';
import { json, readForm, route } from '@/lib/http/route';

/** A page of the history: `?app=` narrows it, `?cursor=` is of the page before. */
export const GET = route(async ({ request, actor }) => {
  const { searchParams } = new URL(request.url);
  const app = searchParams.get('app') ?? ALL_APPS;
  return json(await listExports(actor, app, searchParams.get('cursor') || undefined));
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
