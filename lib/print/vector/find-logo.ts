import 'server-only';
import sharp from 'sharp';
import type { LogoPlace } from '@/lib/print/logo';
import { logoPlaceOf } from './logo-place';

/** As large as the pictures that a preview shows; on more pixels it is found at the same place, and later. */
const SIDE_PX = 320;

async function pixelsOf(picture: Uint8Array) {
  const small = { width: SIDE_PX, height: SIDE_PX, fit: 'inside', withoutEnlargement: true } as const;
  const { data, info } = await sharp(picture)
    .resize(small)
    .toColorspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** @returns null for a code without a circle, and for what cannot be read at all */
export async function findLogo(picture: Uint8Array): Promise<LogoPlace | null> {
  const pixels = await pixelsOf(picture).catch(() => null);
  return pixels && logoPlaceOf(pixels);
}
