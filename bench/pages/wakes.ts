import type { CDPSession, Page } from '@playwright/test';

/** How much slower than this machine a usual phone is taken to be. */
export const SLOWER = 4;
/** A task of the main thread that is longer than this keeps somebody waiting. */
const FREE_MS = 50;
/** What a page fetches once it is awake; the same for each measurement, whatever comes of it. */
const LATE_PARTS_MS = 3_000;

type TraceEvent = {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string; data?: { documentLoaderURL?: string } };
};

function isTraceEvent(value: object): value is TraceEvent {
  return 'name' in value && 'ts' in value && 'args' in value;
}

async function traced(cdp: CDPSession, work: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }: { value: object[] }) =>
    events.push(...value.filter(isTraceEvent)),
  );
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  const includedCategories = ['toplevel', 'devtools.timeline', 'loading', 'blink.user_timing'];
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await work();
  await cdp.send('Tracing.end');
  await complete;
  return events;
}

/** Tasks as the browser runs them; a task may be written down twice, once within the other. */
function outermost(tasks: TraceEvent[]): TraceEvent[] {
  let until = 0;
  return tasks
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < until) return false;
      until = ts + dur;
      return true;
    });
}

/**
 * Lighthouse's “total blocking time”, reckoned from what the processor did instead of from what the clock says, so that
 * others on this machine do not count: how long, after the first paint, tasks of more than 50 ms keep a phone from answering.
 */
export async function blockingMs(page: Page, path: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const events = await traced(cdp, async () => {
    await page.goto(path);
    // A fixed time: waiting for a part would leave out the work that comes after it.
    await page.waitForTimeout(LATE_PARTS_MS);
  });
  const opened = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL?.includes(path),
  );
  if (!opened) throw new Error(`The browser wrote nothing down about ${path}.`);
  const own = events.filter(({ pid, ts }) => pid === opened.pid && ts >= opened.ts);
  const painted = own.find(({ name }) => name === 'firstContentfulPaint')?.ts ?? opened.ts;
  const main = events.find(
    ({ name, pid, args }) => name === 'thread_name' && pid === opened.pid && args.name === 'CrRendererMain',
  )?.tid;
  const tasks = own.filter(({ name, tid, ts }) => name.endsWith('RunTask') && tid === main && ts >= painted);
  return outermost(tasks)
    .map(({ tdur, dur = 0 }) => ((tdur ?? dur) / 1_000) * SLOWER - FREE_MS)
    .reduce((sum, over) => sum + Math.max(0, over), 0);
}
