import 'server-only';
import { LRUCache } from 'lru-cache';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';
import { together } from '@/lib/db/together';
import { currentTarget } from './current';
import type { LiveParameters } from './parameters-text';
import { fromPairs } from './target';

/** What the Mini Program is told. `unknown`: no such key, or its code is gone. */
export type LiveAnswer =
  | { state: 'open'; page: string; parameters: LiveParameters }
  | { state: 'paused'; message: string }
  | { state: 'unknown' };

/** So long an answer may be repeated, here and by whatever lies between; a change has reached everybody after twice of it. */
const FRESH_MS = 10_000;
/** So long the database may take before an older answer is given. */
const PATIENCE_MS = 500;
const REPEATED_MS = 2_000;
const REMEMBERED_MAX = 20_000;
const REMEMBERED_MAX_BYTES = 32 * 1024 * 1024;
const ROW_OVERHEAD_BYTES = 300;

type Remembered = { answer: LiveAnswer; until: number };
type Row = {
  key: string;
  isTrashed: boolean;
  page: string;
  parameters: unknown;
  isPaused: boolean;
  message: string;
  next: Date | null;
};

const sizeOf = ({ answer }: Remembered) => ROW_OVERHEAD_BYTES + JSON.stringify(answer).length;

function answerOf({ isTrashed, isPaused, page, parameters, message }: Row): LiveAnswer {
  // What lies in the trash may come back.
  if (isTrashed || isPaused) return { state: 'paused', message: isTrashed ? '' : message };
  return { state: 'open', page, parameters: fromPairs(parameters) };
}

/** One statement for all keys, which one look into an index answers each. */
async function read(keys: readonly string[]): Promise<Map<string, Remembered>> {
  const now = clock.now();
  const at = moment(now);
  const rows = await db().$queryRaw<Row[]>(sql`
    SELECT l."key", c."deletedAt" IS NOT NULL AS "isTrashed", t."page", t."parameters", t."isPaused", t."message",
      (SELECT min(n."startsAt") FROM "LiveTarget" n WHERE n."key" = l."key" AND n."startsAt" > ${at}) AS "next"
    FROM "LiveCode" l
    JOIN "Code" c ON c."id" = l."codeId"
    JOIN ${currentTarget(sql`l."key"`, at)} ON TRUE
    WHERE l."key" = ANY(${[...keys]}::text[])`);
  const until = now.getTime() + FRESH_MS;
  return new Map(
    rows.map((row) => {
      const next = row.next?.getTime() ?? Number.POSITIVE_INFINITY;
      return [row.key, { answer: answerOf(row), until: Math.min(until, next) }];
    }),
  );
}

/** Answers from memory, and asks the database for many keys at once: while it answers, the next ones gather. */
export class Resolver {
  readonly #known = new LRUCache<string, Remembered>({
    ...{ max: REMEMBERED_MAX, maxSize: REMEMBERED_MAX_BYTES, sizeCalculation: sizeOf },
  });
  readonly #read = together(read);

  /** @returns undefined where only the database knows */
  remembered(key: string): Remembered | undefined {
    const known = this.#known.get(key);
    return known && known.until > clock.now().getTime() ? known : undefined;
  }

  /** @throws what the database throws, when nothing is remembered */
  async resolve(key: string): Promise<Remembered> {
    const fresh = this.remembered(key);
    if (fresh) return fresh;
    const old = this.#known.get(key);
    const found = old
      ? await withinPatience(this.#ask(key), () => this.#repeat(key, old))
      : await this.#ask(key);
    return found ?? { answer: { state: 'unknown' }, until: 0 };
  }

  /** The database is not asked about it again at once. */
  #repeat(key: string, { answer }: Remembered): Remembered {
    const again = { answer, until: clock.now().getTime() + REPEATED_MS };
    this.#known.set(key, again);
    return again;
  }

  async #ask(key: string): Promise<Remembered | undefined> {
    const found = await this.#read(key);
    if (found) this.#known.set(key, found);
    else this.#known.delete(key);
    return found;
  }
}

/** An older answer when the new one does not come, or does not come in time. */
function withinPatience(asked: Promise<Remembered | undefined>, repeat: () => Remembered) {
  const late = new Promise<Remembered>((resolve) => {
    const timer = setTimeout(() => resolve(repeat()), PATIENCE_MS);
    asked.finally(() => clearTimeout(timer)).catch(() => undefined);
  });
  return Promise.race([asked.catch(repeat), late]);
}
