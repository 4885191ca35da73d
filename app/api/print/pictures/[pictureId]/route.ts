import { route } from '@/lib/http/route';
import { getPrintPicture } from '@/lib/print/pictures/queries';

/** A picture of a design. What stands under an id never changes. */
export const GET = route<{ pictureId: string }>(async ({ params, actor }) => {
  const { bytes, type, etag } = await getPrintPicture(actor, params.pictureId);
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      etag: `"${etag}"`,
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
});
