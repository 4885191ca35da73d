import { getTranslations } from 'next-intl/server';
import { errorList, errorsResponse } from '@/lib/batches/report/errors-csv';
import { route } from '@/lib/http/route';

export const GET = route<{ batchId: string }>(async ({ params, actor }) =>
  errorsResponse(await errorList(actor, params.batchId, await getTranslations())),
);
