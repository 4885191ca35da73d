import 'server-only';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { getPicture } from '@/lib/codes/find/queries';
import { getThumbnail } from '@/lib/codes/picture/thumbnail';
import { THUMBNAIL_WIDTHS, type ThumbnailWidth } from '@/lib/codes/picture/thumbnail-widths';
import { getVector } from '@/lib/print/vector/queries';
import { about } from '@/lib/api/descriptions';
import { endpoint, type FileReply } from '@/lib/api/endpoint';

const PNG = 'image/png';
const SVG = 'image/svg+xml';

async function asPng(actor: Actor, codeId: string): Promise<FileReply> {
  const { bytes, type, sha256 } = await getPicture(actor, codeId);
  const png = type === PNG ? bytes : await sharp(bytes).png().toBuffer();
  return { bytes: png, type: PNG, etag: `${sha256}-png` };
}

async function original(actor: Actor, codeId: string): Promise<FileReply> {
  const { bytes, type, sha256 } = await getPicture(actor, codeId);
  return { bytes, type, etag: sha256 };
}

/** As large as a usual print is; shapes have no pixels. */
async function asSvg(actor: Actor, codeId: string): Promise<FileReply> {
  const { bytes } = await getVector(actor, codeId, { type: 'svg' });
  return { bytes, type: SVG, etag: createHash('sha256').update(bytes).digest('hex') };
}

const widthSchema = z
  .enum(THUMBNAIL_WIDTHS.map(String))
  .default('320')
  .transform((text): ThumbnailWidth => THUMBNAIL_WIDTHS.find((width) => String(width) === text) ?? 320);

const pictureQuery = z.strictObject({
  format: z.enum(['original', 'png', 'svg', 'thumbnail']).default('original').meta(about('formatOfPicture')),
  width: widthSchema.meta(about('thumbnailWidth')),
});

export const PICTURE_ENDPOINTS = [
  endpoint({
    ...{ id: 'getPicture', method: 'GET', path: '/codes/{codeId}/picture', tag: 'codes' },
    permission: 'codes.read',
    query: pictureQuery,
    output: ['image/jpeg', PNG, SVG, 'image/webp'],
    status: 200,
    errors: ['NOT_FOUND', 'NO_PICTURE', 'VECTOR_UNLIKE', 'VECTOR_UNREADABLE'],
    example: { query: { format: 'png' } },
    handle: async ({ actor, params: { codeId = '' }, query: { format, width } }) => {
      if (format === 'thumbnail') return getThumbnail(actor, codeId, width);
      if (format === 'svg') return asSvg(actor, codeId);
      return format === 'png' ? asPng(actor, codeId) : original(actor, codeId);
    },
  }),
];
