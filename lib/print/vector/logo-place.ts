import type { LogoPlace } from '@/lib/print/logo';
import { findLogoCircle } from './logo-circle';
import { coverageOf, inkOf, isTransparent, onWhite, type Pixels } from './pixels';

/** By the server for what is printed, by the browser for what it shows. @returns null for a code without a circle */
export function logoPlaceOf(pixels: Pixels): LogoPlace | null {
  const { width, height } = pixels;
  const seen = onWhite(pixels);
  const ink = inkOf(seen);
  const circle = ink && findLogoCircle({ coverage: coverageOf(seen, ink), width, height });
  if (!circle) return null;
  const side = Math.max(width, height);
  return {
    ...{ x: 0.5 + (circle.x - width / 2) / side, y: 0.5 + (circle.y - height / 2) / side },
    ...{ radius: circle.inner / side, isClear: isTransparent(pixels) },
  };
}
