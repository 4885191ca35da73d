/** A forecast looks back this far; a Mini Program that is younger is judged by its own age, but not by its first days alone. */
export const FORECAST_DAYS = 30;
const AGE_MIN_DAYS = 7;
/** Further ahead a straight line says nothing. */
const SIGHT_YEARS = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

type Use = {
  /** What is left of the 100,000. */
  left: number;
  /** Codes counted in the last 30 days. */
  counted: number;
  /** When the first code was counted; null for never. */
  firstAt: Date | null;
  now: Date;
};

/** Codes a day, and the day on which nothing is left if it goes on so; null when that is not in sight. */
export type Forecast = { perDay: number; fullAt: Date | null };

export function forecast({ left, counted, firstAt, now }: Use): Forecast {
  const ageDays = firstAt ? Math.ceil((now.getTime() - firstAt.getTime()) / DAY_MS) : FORECAST_DAYS;
  const perDay = counted / Math.min(Math.max(ageDays, AGE_MIN_DAYS), FORECAST_DAYS);
  if (left <= 0) return { perDay, fullAt: now };
  const days = left / perDay;
  if (!(days <= SIGHT_YEARS * 365)) return { perDay, fullAt: null };
  return { perDay, fullAt: new Date(now.getTime() + days * DAY_MS) };
}
