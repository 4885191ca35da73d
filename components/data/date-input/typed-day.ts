import { isDay } from '@/lib/input/text';

// 2026-03-08, 2026/3/8, 2026.3.8, 2026年3月8日, 20260308
const TYPED = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$|^(\d{4})(\d{2})(\d{2})$/;

/** What somebody typed as a day. @returns YYYY-MM-DD; null when it is none, or one that no calendar has */
export function typedDay(text: string): string | null {
  const parts = TYPED.exec(text.normalize('NFKC').trim())?.slice(1).filter(Boolean);
  if (!parts) return null;
  const day = parts.map((part) => part.padStart(2, '0')).join('-');
  return isDay(day) ? day : null;
}
