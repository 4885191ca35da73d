import { fromHex, toHex } from '@/lib/codes/generate/parameters';
import type { LineColor } from '@/lib/wechat/rules/parameters';

export { fromHex };

/** `#rrggbb`, or an empty text while a part is being typed and is no legal number. */
export function toHexText(color: LineColor): string {
  const legal = [color.r, color.g, color.b].every(
    (part) => Number.isInteger(part) && part >= 0 && part <= 255,
  );
  return legal ? `#${toHex(color)}` : '';
}

/** Reads `#1a2b3c`, `1a2b3c` or `#abc`; null for anything else. */
export function parseHex(text: string): LineColor | null {
  const hex = text.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(hex)) return fromHex(hex);
  return /^[0-9a-f]{3}$/.test(hex) ? fromHex(hex.replace(/./g, '$&$&')) : null;
}

export function sameColor(left: LineColor, right: LineColor): boolean {
  return left.r === right.r && left.g === right.g && left.b === right.b;
}
