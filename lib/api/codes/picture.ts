import 'server-only';
import sharp from 'sharp';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { getPicture } from '@/lib/codes/find/queries';
import { getThumbnail } from '@/lib/codes/picture/thumbnail';
import { THUMBNAIL_WIDTHS, type ThumbnailWidth } from '@/lib/codes/picture/thumbnail-widths';
import { endpoint, type FileReply } from '@/lib/api/endpoint';

const PNG = 'image/png';

async function asPng(actor: Actor, codeId: string): Promise<FileReply> {
  const { bytes, type, sha256 } = await getPicture(actor, codeId);
  const png = type === PNG ? bytes : await sharp(bytes).png().toBuffer();
  return { bytes: png, type: PNG, etag: `${sha256}-png` };
}

async function original(actor: Actor, codeId: string): Promise<FileReply> {
  const { bytes, type, sha256 } = await getPicture(actor, codeId);
  return { bytes, type, etag: sha256 };
}

const widthSchema = z
  .enum(THUMBNAIL_WIDTHS.map(String))
  .default('320')
  .transform((text): ThumbnailWidth => THUMBNAIL_WIDTHS.find((width) => String(width) === text) ?? 320);

const pictureQuery = z.strictObject({
  format: z.enum(['original', 'png', 'thumbnail']).default('original'),
  width: widthSchema.meta({ description: 'Of a thumbnail, in pixels' }),
});

export const PICTURE_ENDPOINTS = [
  endpoint({
    ...{ id: 'getPicture', method: 'GET', path: '/codes/{codeId}/picture', tag: 'Codes' },
    permission: 'codes.read',
    summary: 'The picture: byte for byte as WeChat sent it, as PNG, or a thumbnail as WebP.',
    query: pictureQuery,
    output: ['image/jpeg', PNG, 'image/webp'],
    status: 200,
    errors: ['NOT_FOUND', 'NO_PICTURE'],
    example: { query: { format: 'png' } },
    handle: async ({ actor, params: { codeId = '' }, query: { format, width } }) => {
      if (format === 'thumbnail') return getThumbnail(actor, codeId, width);
      return format === 'png' ? asPng(actor, codeId) : original(actor, codeId);
    },
  }),
];
