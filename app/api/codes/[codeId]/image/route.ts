import { attachment, fileName, pictureExtension } from '@/lib/codes/picture-name';
import { getPicture } from '@/lib/codes/queries';
import { route } from '@/lib/http/route';

/** `?v=<sha256>` makes the address change with the picture, so that it may be kept for ever; `?download` names the file. */
export const GET = route<{ codeId: string }>(async ({ request, params, actor }) => {
  const { bytes, type, sha256, name } = await getPicture(actor, params.codeId);
  const headers = new Headers({
    'content-type': type,
    etag: `"${sha256}"`,
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  if (request.headers.get('if-none-match') === `"${sha256}"`)
    return new Response(null, { status: 304, headers });
  headers.set('content-length', String(bytes.byteLength));
  if (new URL(request.url).searchParams.has('download'))
    headers.set('content-disposition', attachment(fileName(name, pictureExtension(type))));
  return new Response(Uint8Array.from(bytes), { headers });
});
