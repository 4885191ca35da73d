/**
 * What a picture of a code lies on. An opaque one brings its own white; until it is there, and beside one that is not square,
 * there is the tint of a skeleton and no white square in the dark. A transparent one needs light behind it to be read.
 */
export function pictureGround(isTransparent: boolean | null | undefined): string {
  return isTransparent ? 'checkerboard' : 'bg-muted';
}
