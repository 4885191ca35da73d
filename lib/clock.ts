import { setTimeout } from 'node:timers/promises';

/** The wall clock and waiting, in one place so that tests can turn the hands. */
export const clock = {
  now: (): Date => new Date(),
  sleep: async (ms: number): Promise<void> => {
    await setTimeout(ms);
  },
};
