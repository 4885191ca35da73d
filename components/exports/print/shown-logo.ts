import type { LogoPlace } from '@/lib/print/logo';
import { logoPlaceOf } from '@/lib/print/vector/logo-place';

/** Found as for print, on the small picture that the page shows. @param picture its address */
export async function findShownLogo(picture: string): Promise<LogoPlace | null> {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return logoPlaceOf({ data: new Uint8Array(data.buffer), width, height });
}
