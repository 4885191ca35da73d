import { route } from '@/lib/http/route';
import { getPrintPicture } from '@/lib/print/pictures/queries';

/** `?id=`: a picture of a design. What stands under an id never changes. */
export const GET = route(async ({ request, actor }) => {
  const id = new URL(request.url).searchParams.get('id') ?? '';
  const { bytes, type, etag } = await getPrintPicture(actor, id);
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      etag: `"${etag}"`,
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
});
