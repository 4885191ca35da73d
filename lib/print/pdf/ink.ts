/** [red, green, blue] of 0 to 255 */
function channels(color: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return [red, green, blue];
}

/** Black ink alone, as much of it as the colour is dark; what is nearly black is black, so that small type has no dots. */
export function blackInk(color: string): [number, number, number, number] {
  const [red, green, blue] = channels(color);
  const black = Math.round(100 - (0.299 * red + 0.587 * green + 0.114 * blue) / 2.55);
  return [0, 0, 0, black > 80 ? 100 : black];
}

/** Between the channels; what differs less is grey that a JPEG has tinted. */
export const COLORED = 40;

export function isGrey(color: string): boolean {
  const all = channels(color);
  return Math.max(...all) - Math.min(...all) <= COLORED;
}
