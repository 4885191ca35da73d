import { setTimeout as pause } from 'node:timers/promises';
import type { Visitor } from '../visitor';

const ASK_EVERY_MS = 500;
/** Longer than any answer may take. */
const ANSWER_MS = 40_000;

/** What people and load balancers were told while something was wrong. */
export type Seen = {
  /** Answers of /api/health that were not 200. */
  unhealthy: number;
  /** Each answer of /api/ready that was given, as `503 database: cannot be reached`. */
  ready: Set<string>;
  /** Each status that a page had. */
  pages: Set<number>;
  /** Pages that failed without an id to ask about, or with what is nobody's business. */
  bare: string[];
  slowestPageMs: number;
};

export type Watched = { visitor: Visitor; bases: string[]; readyBases: string[] };

const INNER_WORDS = /\bat \S+ \(|node_modules|Prisma|ECONN|postgres(ql)?:|s3:|127\.0\.0\.1/i;
const REQUEST_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

async function ask(url: string): Promise<Response | null> {
  return fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => null);
}

type Ready = { status: string; parts: Record<string, { status: string; reason?: string }> };

async function readyWords(base: string): Promise<string> {
  const response = await ask(`${base}/api/ready`);
  if (!response) return 'no answer';
  const { status, parts }: Ready = await response.json();
  const wrong = Object.entries(parts).filter(([, part]) => part.status === 'failing');
  const said = wrong.map(([name, { reason }]) => `${name}: ${reason}`).join(', ');
  return `${response.status} ${said || status}`;
}

/** A page as a browser asks for it. */
export async function askPage(visitor: Visitor, path: string): Promise<{ status: number; text: string }> {
  try {
    const response = await visitor.fetch(path, {
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: { accept: 'text/html' },
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { status: 0, text: String(error) };
  }
}

function problemOf({ status, text }: { status: number; text: string }): string | null {
  if (status === 200) return null;
  const inner = INNER_WORDS.exec(text.replaceAll(/<script\b.*?<\/script>/gs, ''));
  if (inner) return `${status} says ${inner[0]}`;
  return REQUEST_ID.test(text) ? null : `${status} without an id`;
}

/** Looks until it is told to stop. @returns what there was to see */
export function watch({ visitor, bases, readyBases }: Watched): () => Promise<Seen> {
  const seen: Seen = { unhealthy: 0, ready: new Set(), pages: new Set(), bare: [], slowestPageMs: 0 };
  let isOver = false;
  const again = async (look: () => Promise<void>) => {
    while (!isOver) {
      await look();
      await pause(ASK_EVERY_MS);
    }
  };
  const looks = [
    again(async () => {
      for (const base of bases) if ((await ask(`${base}/api/health`))?.status !== 200) seen.unhealthy += 1;
    }),
    ...readyBases.map((base) => again(async () => void seen.ready.add(await readyWords(base)))),
    again(async () => {
      const startedAt = performance.now();
      const page = await askPage(visitor, '/codes');
      seen.slowestPageMs = Math.max(seen.slowestPageMs, performance.now() - startedAt);
      seen.pages.add(page.status);
      const problem = problemOf(page);
      if (problem) seen.bare.push(problem);
    }),
  ];
  return async () => {
    isOver = true;
    await Promise.all(looks);
    return seen;
  };
}
