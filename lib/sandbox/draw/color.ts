export type Rgb = { r: number; g: number; b: number };

/** Where the sandbox draws the line between a colour that is kept and one that comes back black. */
const LIGHT_FROM = 0.5;

/** Relative luminance (WCAG 2), 0 to 1. Written apart from the client's rule, which it is there to check. */
function luminance({ r, g, b }: Rgb): number {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((component) => {
    const share = component / 255;
    return share > 0.04045 ? Math.pow((share + 0.055) / 1.055, 2.4) : share / 12.92;
  });
  return red * 0.2126 + green * 0.7152 + blue * 0.0722;
}

/** The colour that is really drawn: WeChat checks no range, and draws light colours black without a word. */
export function drawnColor(asked: Rgb): string {
  const clamped = { r: clamp(asked.r), g: clamp(asked.g), b: clamp(asked.b) };
  return luminance(clamped) >= LIGHT_FROM ? '#000000' : toHex(clamped);
}

/** The "main colour" of a Mini Program for `auto_color`: any steady, dark enough colour will do. */
export function mainColor(random: number): string {
  const hue = random * 6;
  const ramp = (shift: number) => Math.round(30 + 130 * clampShare(Math.abs(((hue + shift) % 6) - 3) - 1));
  return toHex({ r: ramp(0), g: ramp(4), b: ramp(2) });
}

function clamp(component: number): number {
  return Math.min(Math.max(Math.round(component), 0), 255);
}

function clampShare(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}

function toHex({ r, g, b }: Rgb): string {
  return `#${[r, g, b].map((component) => component.toString(16).padStart(2, '0')).join('')}`;
}
