const DAY_MS = 24 * 60 * 60 * 1000;

/** The day (YYYY-MM-DD) so many days before; by the calendar, whatever hours it has anywhere. */
export const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(day) - count * DAY_MS).toISOString().slice(0, 10);
