import { setTimeout as pause } from 'node:timers/promises';

/** One line of the table. `unit` names what `value` counts; `bound` is what we promise, where we promise something. */
export type Figure = {
  name: string;
  value: number;
  unit:
    | 'ms'
    | 's'
    | 'kB'
    | 'MB'
    | 'MB/s'
    | 'ratio'
    | 'codes'
    | 'codes/s'
    | 'codes/min'
    | 'requests/s'
    | 'calls'
    | '%';
  bound?: string;
  /** What the value is made of. */
  detail?: string;
};

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

export async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Runs `work` one after another and times each run. */
export async function timesMs(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timeMs(() => work(run)));
  return times;
}

/** Sends at a rate, whether answers have come or not. */
export async function atRate<T>(
  perSecond: number,
  seconds: number,
  send: (n: number) => Promise<T>,
): Promise<T[]> {
  const sent: Promise<T>[] = [];
  const startedAt = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const early = startedAt + (n * 1_000) / perSecond - performance.now();
    if (early > 1) await pause(early);
    sent.push(send(n));
  }
  return Promise.all(sent);
}
