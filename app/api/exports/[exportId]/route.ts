import { fetchExport } from '@/lib/exports/service';
import { downloadResponse } from '@/lib/http/download';
import { route } from '@/lib/http/route';

/** The same bytes again. */
export const GET = route<{ exportId: string }>(async ({ params, actor }) =>
  downloadResponse(await fetchExport(actor, params.exportId)),
);
