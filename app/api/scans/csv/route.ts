import { getTranslations } from 'next-intl/server';
import { clock } from '@/lib/clock';
import { attachment, fileName } from '@/lib/codes/picture/picture-name';
import { route } from '@/lib/http/route';
import { textStream } from '@/lib/http/text-stream';
import { readScanFilters } from '@/lib/live/scans/scan-filters';
import { scanPeriod } from '@/lib/live/scans/scan-period';
import { scansCsv } from '@/lib/live/scans/scans-csv';

/** Every code and day of the page's period, narrowed as on the page. */
export const GET = route(async ({ request, actor }) => {
  const filters = readScanFilters(Object.fromEntries(new URL(request.url).searchParams), null);
  const { from, to } = scanPeriod(filters, clock.now());
  const csv = scansCsv(actor, filters, await getTranslations('scans.columns'));
  return new Response(textStream(csv), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(fileName(`scans-${from}-${to}`, 'csv')),
      'cache-control': 'private, no-store',
    },
  });
});
