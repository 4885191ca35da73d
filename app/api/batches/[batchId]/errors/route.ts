import { getTranslations } from 'next-intl/server';
import { errorList } from '@/lib/batches/report/errors-csv';
import { attachment, fileName } from '@/lib/codes/picture/picture-name';
import { route } from '@/lib/http/route';
import { textStream } from '@/lib/http/text-stream';

export const GET = route<{ batchId: string }>(async ({ params, actor }) => {
  const { name, csv } = await errorList(actor, params.batchId, await getTranslations());
  return new Response(textStream(csv), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(fileName(`${name}-errors`, 'csv')),
      'cache-control': 'private, no-store',
    },
  });
});
