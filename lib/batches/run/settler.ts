import 'server-only';
import { clock } from '@/lib/clock';
import type { Result } from '@/lib/codes/generate/result';
import { settle } from '@/lib/codes/generate/settle';
import { isPassing } from '@/lib/db/passing';
import { log } from '@/lib/log';
import { uncertain } from '@/lib/wechat/call/outcome';
import { waitAgain } from './put-back';

/** Results are written in groups: what comes within this time is one statement. */
const GATHER_MS = 200;
const GROUP_MAX = 200;
/** What WeChat answered while the database is away is kept for a minute; then the rows are asked for again. */
const TRY_EVERY_MS = 1_000;
const TRIES = 60;

/** `again`: WeChat did not serve the row, which is no failure of it. */
export type End = 'final' | 'again';
type Waiting = { result: Result; end: End; written: () => void };

/** Writes down what came of calls, a group at a time, one group after the other. */
export class Settler {
  #waiting: Waiting[] = [];
  #isWriting = false;

  /** Resolves once it is written, or was given up: then the row's lease runs out and it is tried again. */
  add(result: Result, end: End): Promise<void> {
    return new Promise((written) => {
      this.#waiting.push({ result, end, written });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      await clock.sleep(GATHER_MS);
      const group = this.#waiting.splice(0, GROUP_MAX);
      await writeGroup(group);
      for (const { written } of group) written();
    }
    this.#isWriting = false;
  }
}

/** What cannot be written must not keep the others of its group waiting until their leases run out. */
async function settleEach(results: Result[]): Promise<void> {
  try {
    await settle(results);
  } catch (error) {
    // Nothing is wrong with what it was given.
    if (isPassing(error)) throw error;
    log().error({ err: error, rows: results.length }, 'settling rows of a batch failed');
    if (results.length > 1) for (const result of results) await settleEach([result]);
    else await settle(results.map(withoutItsText));
  }
}

/** The answer holds what no column takes: the row ends as one whose answer could not be read. */
function withoutItsText(result: Result): Result {
  if (result.kind === 'made') return result;
  const outcome = uncertain('unreadable', 'an answer that could not be written down');
  return { ...result, outcome, failureKey: 'answerUnreadable' };
}

/** Until the database takes it, or nobody waits for it any more. A row that was claimed anew meanwhile stays as it is. */
async function patiently(write: () => Promise<void>): Promise<void> {
  for (let left = TRIES; ; left -= 1)
    try {
      return await write();
    } catch (error) {
      if (left === TRIES || left === 1) log().error({ err: error, left }, 'rows of a batch were not written');
      if (left === 1 || !isPassing(error)) return;
      await clock.sleep(TRY_EVERY_MS);
    }
}

async function writeGroup(group: Waiting[]): Promise<void> {
  const of = (end: End) => group.filter((one) => one.end === end).map(({ result }) => result);
  for (const write of [() => settleEach(of('final')), () => waitAgain(of('again'))]) await patiently(write);
}
