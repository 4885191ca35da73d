import 'server-only';
import { LRUCache } from 'lru-cache';
import { clock, minuteOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { LiveTarget } from '@/lib/db/generated/client';
import { moment, sql } from '@/lib/db/sql';
import { together } from '@/lib/db/together';
import { currentTarget } from './current';
import type { LiveParameters } from './parameters-text';
import type { TargetState } from './retarget';
import { outcomesAt, type Outcome } from './rules';
import { toTarget } from './target';

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

type Row = LiveTarget & { isTrashed: boolean; next: Date | null };

/** What a key leads to: rules are looked at for each answer, so that they hold while the database is away too. */
type Known = TargetState | 'unknown';
type Remembered = { known: Known; until: number };

/** An answer, until when (in ms) it may be repeated, and whether another person may get another one meanwhile. */
export type Resolved = { answer: LiveAnswer; until: number; isShared: boolean };

const sizeOf = ({ known }: Remembered) => ROW_OVERHEAD_BYTES + JSON.stringify(known).length;

// What lies in the trash may come back.
const TRASHED = { page: '', parameters: {}, isPaused: true, message: '', rules: [] };

function answerOf({ isPaused, page, parameters, message }: Outcome): LiveAnswer {
  return isPaused ? { state: 'paused', message } : { state: 'open', page, parameters };
}

const MINUTE_MS = 60_000;

/** @param lot 0 to 99: which of the shares somebody is in */
function resolved({ known, until }: Remembered, lot: number): Resolved {
  if (known === 'unknown') return { answer: { state: 'unknown' }, until, isShared: false };
  if (known.rules.length === 0) return { answer: answerOf(known), until, isShared: false };
  const now = clock.now();
  const outcomes = outcomesAt(known, minuteOf(now));
  let above = 0;
  const mine = outcomes.find(({ share }) => lot < (above += share));
  // Rules begin and end with a minute.
  const minute = (Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS;
  return {
    answer: answerOf(mine?.outcome ?? known),
    until: Math.min(until, minute),
    isShared: outcomes.length > 1,
  };
}

/** One statement for all keys, which one look into an index answers each. */
async function read(keys: readonly string[]): Promise<Map<string, Remembered>> {
  const now = clock.now();
  const at = moment(now);
  const rows = await db().$queryRaw<Row[]>(sql`
    SELECT t.*, c."deletedAt" IS NOT NULL AS "isTrashed",
      (SELECT min(n."startsAt") FROM "LiveTarget" n WHERE n."key" = l."key" AND n."startsAt" > ${at}) AS "next"
    FROM "LiveCode" l
    JOIN "Code" c ON c."id" = l."codeId"
    JOIN ${currentTarget(sql`l."key"`, at)} ON TRUE
    WHERE l."key" = ANY(${[...keys]}::text[])`);
  const until = now.getTime() + FRESH_MS;
  return new Map(
    rows.map((row) => {
      const next = row.next?.getTime() ?? Number.POSITIVE_INFINITY;
      const known = row.isTrashed ? TRASHED : toTarget(row);
      return [row.key, { known, until: Math.min(until, next) }];
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
  remembered(key: string, lot = 0): Resolved | undefined {
    const known = this.#known.get(key);
    return known && known.until > clock.now().getTime() ? resolved(known, lot) : undefined;
  }

  /** @throws what the database throws, when nothing is remembered */
  async resolve(key: string, lot = 0): Promise<Resolved> {
    const fresh = this.remembered(key, lot);
    if (fresh) return fresh;
    const old = this.#known.get(key);
    const found = old
      ? await withinPatience(this.#ask(key), () => this.#repeat(key, old))
      : await this.#ask(key);
    return resolved(found ?? { known: 'unknown', until: 0 }, lot);
  }

  /** The database is not asked about it again at once. */
  #repeat(key: string, { known }: Remembered): Remembered {
    const again = { known, until: clock.now().getTime() + REPEATED_MS };
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
