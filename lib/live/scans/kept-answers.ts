import 'server-only';
import { LRUCache } from 'lru-cache';
import { clock } from '@/lib/clock';
import type { Sql } from '@/lib/db/sql';

const ANSWERS_MAX = 100;

/**
 * Answers of statements that read a million rows, for some minutes: who looks at the page again, or together with others, waits for
 * none of them. What somebody sees stands in the statement, so that nobody is told of others.
 */
export function keptForMinutes<Answer extends object>(minutes: number) {
  const answers = new LRUCache<string, Promise<Answer>>({
    max: ANSWERS_MAX,
    ttl: minutes * 60 * 1000,
    perf: { now: () => clock.now().getTime() },
  });
  return (statement: Sql, ask: () => Promise<Answer>): Promise<Answer> => {
    const key = JSON.stringify([statement.sql, statement.values]);
    const known = answers.get(key);
    if (known) return known;
    const answer = (async () => ask())();
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
