import 'server-only';
import { endHolds, holdBatches } from '@/lib/apps/calls/call-budget';
import { connectTo, type Connection } from '@/lib/apps/connection';
import { clock } from '@/lib/clock';
import { callFor } from '@/lib/codes/generate/generation';
import type { Result } from '@/lib/codes/generate/result';
import type { Code } from '@/lib/db/generated/client';
import { log } from '@/lib/log';
import type { CallGate } from './call-gate';
import { consequenceOf } from './consequence';
import { putBack } from './put-back';
import type { End, Settler } from './settler';
import { stopBatch } from './stop';

/** So many failures in a row that pass by themselves are an outage, not bad luck: rows wait then instead of failing. */
const OUTAGE_ROWS = 5;

/** What the chunks of one Mini Program share in this process. */
export type Line = { miniProgramId: string; gate: CallGate; settler: Settler; failuresInARow: number };

type Sent = {
  /** Each row is on its way, or has been put back. */
  sent: Promise<void>;
  /** All that came of them is written down. */
  done: Promise<void>;
};

/**
 * Sends claimed rows of one batch, as the budget allows.
 * @param codes emptied as they come to their end
 */
export function sendChunk(line: Line, batchId: string, codes: Set<Code>): Sent {
  if (codes.size === 0) return { sent: Promise.resolve(), done: Promise.resolve() };
  const connection = connectTo(line.miniProgramId);
  // Each row that waits for it sees its failure.
  connection.catch(() => undefined);
  const unsent: Code[] = [];
  const entered: Promise<void>[] = [];
  const ended: Promise<void>[] = [];
  for (const code of codes) {
    const mayGo = line.gate.enter(batchId);
    entered.push(mayGo.then((go) => void (go || unsent.push(code))));
    ended.push(
      mayGo.then((go) => (go ? send(line, code, connection) : undefined)).finally(() => codes.delete(code)),
    );
  }
  const sent = Promise.all(entered)
    .then(() => putBack(unsent))
    .catch((error: unknown) => {
      // Their leases run out, and somebody takes them.
      log().error(
        { err: error, rows: unsent.length },
        'rows of a batch that were not sent could not be put back',
      );
    });
  return { sent, done: Promise.all([sent, ...ended]).then(() => undefined) };
}

async function send(line: Line, code: Code, connection: Promise<Connection>): Promise<void> {
  const { gate, settler } = line;
  const sentAt = clock.now();
  const beforeCall = async (attempt: number) => {
    if (attempt > 1) await gate.repeat();
  };
  // The next row learns of it before it goes.
  const { result, end } = await callFor(code, connection, beforeCall)
    .then(async (answer) => ({ result: answer, end: await learnFrom(line, answer, sentAt) }))
    .finally(() => gate.leave());
  await settler.add(result, end);
}

/**
 * What an answer means for the rows that come after it. A database that is away does not take along what WeChat answered.
 * @returns what it means for the row itself
 */
async function learnFrom(line: Line, result: Result, sentAt: Date): Promise<End> {
  try {
    return await heed(line, result, sentAt);
  } catch (error) {
    log().error({ err: error, codeId: result.code.id }, 'what an answer means for the batch was not written');
    return result.kind === 'made' && result.picture !== 'failed' ? 'final' : 'again';
  }
}

async function heed(line: Line, result: Result, sentAt: Date): Promise<End> {
  const { miniProgramId } = line;
  const { consequence, key } = consequenceOf(result);
  if (consequence === 'again') return 'again';
  line.failuresInARow = consequence === 'transient' ? line.failuresInARow + 1 : 0;
  const isHeld = consequence === 'hold' || line.failuresInARow > OUTAGE_ROWS;
  if (key && isHeld) await holdBatches(miniProgramId, key, sentAt);
  else if (key && consequence === 'stop') await stopBatch(result.code.batchId, key);
  else if (consequence === 'settle') await endHolds(miniProgramId, sentAt);
  return isHeld ? 'again' : 'final';
}
