import { attachment, fileName } from '@/lib/codes/picture/picture-name';
import { route } from '@/lib/http/route';
import { getVector } from '@/lib/print/vector/queries';
import { recordUse } from '@/lib/recent/service';

/** The code as shapes, in a file that design programs open: `?type=svg` or `pdf`. */
export const GET = route<{ codeId: string }>(async ({ request, params, actor }) => {
  const input = Object.fromEntries(new URL(request.url).searchParams);
  const { bytes, type, extension, name } = await getVector(actor, params.codeId, input);
  await recordUse(actor, params.codeId);
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': attachment(fileName(name, extension)),
      'cache-control': 'private, no-store',
    },
  });
});
