import { getTranslations } from 'next-intl/server';
import { auditCsv } from '@/lib/audit/audit-csv';
import { readAuditFilters } from '@/lib/audit/filters';
import { dayOf } from '@/lib/clock';
import { attachment, fileName } from '@/lib/codes/picture/picture-name';
import { route } from '@/lib/http/route';
import { textStream } from '@/lib/http/text-stream';

/** The whole list, narrowed as on the page. */
export const GET = route(async ({ request, actor }) => {
  const filters = readAuditFilters(Object.fromEntries(new URL(request.url).searchParams));
  const csv = await auditCsv(actor, filters, await getTranslations());
  return new Response(textStream(csv), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(fileName(`audit-${dayOf(new Date())}`, 'csv')),
      'cache-control': 'private, no-store',
    },
  });
});
