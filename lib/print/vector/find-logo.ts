import 'server-only';
import sharp from 'sharp';
import type { LogoPlace } from '@/lib/print/logo';
import { findLogoCircle } from './logo-circle';
import { coverageOf, inkOf, onWhite } from './pixels';

/** @returns null for a code without a circle, such as a square one */
export async function findLogo(picture: Uint8Array): Promise<LogoPlace | null> {
  const { data, info } = await sharp(picture)
    .toColorspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const seen = onWhite({ data, width, height });
  const ink = inkOf(seen);
  const circle = ink && findLogoCircle({ coverage: coverageOf(seen, ink), width, height });
  if (!circle) return null;
  const side = Math.max(width, height);
  return {
    ...{ x: 0.5 + (circle.x - width / 2) / side, y: 0.5 + (circle.y - height / 2) / side },
    radius: circle.inner / side,
  };
}
