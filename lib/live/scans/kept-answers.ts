import 'server-only';
import { LRUCache } from 'lru-cache';
import { clock } from '@/lib/clock';
import type { Sql } from '@/lib/db/sql';
import { log } from '@/lib/log';

const ANSWERS_MAX = 100;

type Kept<Answer> = { at: number; answer: Promise<Answer> };

/**
 * Answers of statements that read a million rows. One that is older than `fresh` minutes is asked for again, and given once more
 * meanwhile unless it is older than `kept` minutes: who looks at the page again, or together with others, waits for none of them.
 * What somebody sees, and the days, stand in the statement: nobody is told of others, or of yesterday.
 */
export function keptAnswers<Answer extends object>({ fresh, kept }: { fresh: number; kept: number }) {
  const answers = new LRUCache<string, Kept<Answer>>({ max: ANSWERS_MAX });
  return (statement: Sql, ask: () => Promise<Answer>): Promise<Answer> => {
    const key = JSON.stringify([statement.sql, statement.values]);
    const now = clock.now().getTime();
    const last = answers.get(key);
    const known = last && now - last.at < kept * 60_000 ? last : undefined;
    if (known && now - known.at < fresh * 60_000) return known.answer;
    const answer = (async () => ask())();
    answers.set(key, { at: now, answer });
    answer.catch((error: unknown) => {
      answers.delete(key);
      if (known) log().error({ err: error }, 'figures of scans could not be read again');
    });
    return known?.answer ?? answer;
  };
}
