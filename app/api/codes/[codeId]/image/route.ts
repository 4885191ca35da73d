import { attachment, fileName, pictureExtension } from '@/lib/codes/picture/picture-name';
import { getPicture } from '@/lib/codes/find/queries';
import { getThumbnail } from '@/lib/codes/picture/thumbnail';
import { isThumbnailWidth, type ThumbnailWidth } from '@/lib/codes/picture/thumbnail-widths';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';
import { recordUse } from '@/lib/recent/service';

type Sent = { bytes: Uint8Array; type: string; etag: string };

/** `private`: the picture belongs to those who are signed in. `immutable`: its address has its hash. */
function answer(request: Request, { bytes, type, etag }: Sent, disposition?: string): Response {
  const headers = new Headers({
    'content-type': type,
    etag: `"${etag}"`,
    'cache-control': 'private, max-age=31536000, immutable',
  });
  if (request.headers.get('if-none-match') === `"${etag}"`)
    return new Response(null, { status: 304, headers });
  headers.set('content-length', String(bytes.byteLength));
  if (disposition) headers.set('content-disposition', disposition);
  return new Response(Uint8Array.from(bytes), { headers });
}

function readWidth(text: string | null): ThumbnailWidth {
  const width = Number(text);
  if (isThumbnailWidth(width)) return width;
  throw new AppError('INVALID_INPUT', {
    issues: [{ field: 'w', key: 'errors.issues.invalid', values: {} }],
  });
}

/**
 * `?v=<sha256>` makes the address change with the picture, so that it may be kept for ever; `?w=` asks for a thumbnail of one
 * of the fixed widths; `?download` names the file. Without a width: the bytes as WeChat sent them.
 */
export const GET = route<{ codeId: string }>(async ({ request, params, actor }) => {
  const { searchParams } = new URL(request.url);
  if (searchParams.has('w')) {
    const width = readWidth(searchParams.get('w'));
    return answer(request, await getThumbnail(actor, params.codeId, width));
  }
  const { sha256, name, ...picture } = await getPicture(actor, params.codeId);
  const sent = { ...picture, etag: sha256 };
  if (!searchParams.has('download')) return answer(request, sent);
  await recordUse(actor, params.codeId);
  return answer(request, sent, attachment(fileName(name, pictureExtension(picture.type))));
});
