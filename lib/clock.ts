import { setTimeout } from 'node:timers/promises';

/** The wall clock and waiting, in one place so that tests can turn the hands. */
export const clock = {
  now: (): Date => new Date(),
  sleep: async (ms: number): Promise<void> => {
    await setTimeout(ms);
  },
};

const part = (value: number) => String(value).padStart(2, '0');

/** The calendar day (YYYY-MM-DD) in the time zone of the server, the one that every date is shown in. */
export function dayOf(date: Date): string {
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}

/** The time of day (HH:MM), of 24 hours. */
export function timeOf(date: Date): string {
  return `${part(date.getHours())}:${part(date.getMinutes())}`;
}

/** That day with the time of day (YYYY-MM-DD HH:MM), of 24 hours. */
export function minuteOf(date: Date): string {
  return `${dayOf(date)} ${timeOf(date)}`;
}
