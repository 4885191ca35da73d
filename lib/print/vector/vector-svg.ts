import type { Logo, Vector } from './vector';

function logoShape({ x, y, size, png }: Logo): string {
  const half = size / 2;
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return (
    `<clipPath id="logo"><circle cx="${x + half}" cy="${y + half}" r="${half}"/></clipPath>` +
    `<image x="${x}" y="${y}" width="${size}" height="${size}" clip-path="url(#logo)" href="${href}"/>`
  );
}

/** In the units of the vector. */
export function vectorShapes({ width, height, ground, color, path, logo }: Vector): string {
  return (
    (ground ? `<rect width="${width}" height="${height}" fill="${ground}"/>` : '') +
    `<path fill="${color}" fill-rule="evenodd" d="${path}"/>` +
    (logo ? logoShape(logo) : '')
  );
}

/** A file of its own. @param size in pixels or with a unit */
export function vectorSvg(vector: Vector, size: { width: string; height: string }): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${vector.width} ${vector.height}">` +
    `${vectorShapes(vector)}</svg>`
  );
}
