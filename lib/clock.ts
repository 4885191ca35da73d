import { setTimeout } from 'node:timers/promises';

/** The wall clock and waiting, in one place so that tests can turn the hands. */
export const clock = {
  now: (): Date => new Date(),
  sleep: async (ms: number): Promise<void> => {
    await setTimeout(ms);
  },
};

/** The calendar day (YYYY-MM-DD) in the time zone of the server, the one that every date is shown in. */
export function dayOf(date: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
