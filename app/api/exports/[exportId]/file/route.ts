import { fetchExport } from '@/lib/exports/service';
import { downloadResponse } from '@/lib/http/download';
import { route } from '@/lib/http/route';

/** The file itself, the same bytes each time. */
export const GET = route<{ exportId: string }>(async ({ params, actor }) =>
  downloadResponse(await fetchExport(actor, params.exportId)),
);
