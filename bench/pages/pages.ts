import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { browserArgs, findBrowser } from '@/scripts/browser';
import { median, type Figure } from '../measure';
import { outputOf, startServer, stopServer } from '../processes';
import { ADMIN, untilHealthy, Visitor } from '../visitor';
import { makeDraft, visits, type Interaction, type Visit } from './interactions';
import { blockingMs, SLOWER } from './wakes';
import { weighPages } from './weights';

const PORT = 3297;
const BASE = `http://127.0.0.1:${PORT}`;
const CODES = 400;
const RUNS = 3;
/** Until the screen has answered, and what comes after the answer has come. */
const SETTLED_MS = 1_200;
const WAKES = ['/sign-in', '/', '/codes', '/codes/new'];
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
const DESK = { viewport: { width: 1440, height: 900 } };

/** As web-vitals does: from the press or key to the next picture, for what belongs to an interaction. */
function recordTimes(): void {
  const times: number[] = [];
  Object.assign(window, { suncodeTimes: times });
  const shortToo = { type: 'event', durationThreshold: 16, buffered: true };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry instanceof PerformanceEventTiming && entry.interactionId) times.push(entry.duration);
  }).observe(shortToo);
}

async function worstOf(page: Page, { act }: Interaction): Promise<number> {
  await page.evaluate('suncodeTimes.length = 0');
  await act(page);
  // The browser tells of an interaction after its picture, and nothing says that it was the last one.
  await page.waitForTimeout(SETTLED_MS);
  return page.evaluate<number>('Math.max(0, ...suncodeTimes)');
}

/** @returns for each interaction, how long the screen took to answer on a processor that is four times slower */
async function answerTimes(context: BrowserContext, { path, interactions }: Visit): Promise<number[]> {
  const page = await context.newPage();
  await page.addInitScript(recordTimes);
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const times: number[] = [];
  for (const interaction of interactions) times.push(await worstOf(page, interaction));
  await page.close();
  return times;
}

async function figuresOf(context: BrowserContext, visit: Visit): Promise<Figure> {
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await answerTimes(context, visit));
  const middle = visit.interactions.map(({ what }, at) => ({
    what,
    ms: median(runs.map((times) => times[at] ?? Number.NaN)),
  }));
  const slowest = middle.toSorted((a, b) => b.ms - a.ms);
  return {
    name: `slowest answer of ${visit.path.replace(/[0-9a-f-]{36}/, '<draft>')} to a press or a key, 4× slowed`,
    value: slowest[0]?.ms ?? Number.NaN,
    unit: 'ms',
    bound: '≤ 200',
    detail: slowest.map(({ what, ms }) => `${what} ${ms}`).join(', '),
  };
}

async function wakeFigure(browser: Browser, context: BrowserContext, path: string): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // Nothing kept from the last visit but the session.
    const storageState = path === '/sign-in' ? undefined : await context.storageState();
    const fresh = await browser.newContext({
      ...PHONE,
      baseURL: BASE,
      ...(storageState && { storageState }),
    });
    times.push(await blockingMs(await fresh.newPage(), path));
    await fresh.close();
  }
  return {
    name: `blocking time of ${path} on a phone, 4× slowed`,
    value: median(times),
    unit: 'ms',
    bound: '≤ 200',
  };
}

async function signedIn(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ ...DESK, baseURL: BASE, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(ADMIN.email);
  await page.locator('input[type=password]').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.close();
  return context;
}

async function inBrowser(): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
  try {
    const context = await signedIn(browser);
    const page = await context.newPage();
    const draft = await makeDraft(page);
    await page.close();
    const figures: Figure[] = [];
    const visitor = new Visitor(BASE);
    figures.push(...(await weighPages(visitor, [draft])));
    for (const path of WAKES) figures.push(await wakeFigure(browser, context, path));
    for (const visit of visits(draft)) figures.push(await figuresOf(context, visit));
    return figures;
  } finally {
    await browser.close();
  }
}

/** What a page costs whoever opens it: the weight of its scripts, how long it keeps a phone busy, how quickly it answers. */
export async function benchPages(dataDir: string): Promise<Figure[]> {
  const env = {
    PORT: String(PORT),
    DATA_DIR: dataDir,
    SANDBOX: 'on',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  };
  await outputOf('prisma/seed.ts', ['--codes', String(CODES)], env);
  const server = startServer(env);
  try {
    await untilHealthy(BASE);
    return await inBrowser();
  } finally {
    await stopServer(server);
  }
}
