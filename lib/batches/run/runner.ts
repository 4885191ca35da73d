import 'server-only';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import type { Turn, TurnQueue } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { inSpan } from '@/lib/tracing/spans';
import { CallGate } from './call-gate';
import { sendChunk, type Line } from './chunk';
import { claimRows } from './claim';
import { finishBatch } from './finish';
import { Lanes } from './lanes';
import { Settler } from './settler';

/** Rows that one turn of a batch works on. */
const CHUNK_ROWS = 100;
/** A slow Mini Program gets smaller chunks, so that a turn is over in about this time. */
const TURN_SECONDS = 1.25;
/** Of one Mini Program at once: while the rows of one are being sent, the next ones are prepared. */
const CHUNKS_AT_ONCE = 2;
/**
 * Calls of so many seconds may be under way. The sandbox draws in this very process, two pictures at a time: what is asked of
 * it at once is what a code made by hand waits for.
 */
const PATIENCE_SECONDS = { LIVE: 4, SANDBOX: 1 };
/** Of all Mini Programs, in this process. */
const TURNS_AT_ONCE = 16;

type OpenLine = Line & { lanes: Lanes };
type Work = { batchId: string; codes: Set<Code>; isHalted: boolean };

/** Works on the turns of batches in this process: claims rows, lets them out, settles them. */
export class Runner {
  readonly #queue: TurnQueue;
  readonly #settler = new Settler();
  readonly #lines = new Map<string, OpenLine>();
  readonly #working = new Set<Work>();
  readonly #turns = new Set<Promise<void>>();
  /** The last row that is known to be claimed, by batch. */
  readonly #claimedUpTo = new Map<string, number>();
  #isStopped = false;
  #isPulling = false;

  constructor(queue: TurnQueue) {
    this.#queue = queue;
  }

  /** Takes turns as long as there are some and there is room for them. */
  async pull(): Promise<void> {
    if (this.#isPulling) return;
    this.#isPulling = true;
    try {
      for (let free = this.#free(); free > 0; free = this.#free()) {
        const turns = await this.#queue.take(free);
        for (const turn of turns) this.#start(turn);
        if (turns.length < free) break;
      }
    } finally {
      this.#isPulling = false;
    }
  }

  /** The batches that this process is working on. */
  get batchIds(): Set<string> {
    return new Set([...this.#working].map(({ batchId }) => batchId));
  }

  /** The codes that this process is working on, with the leases that they have. */
  get codes(): Code[] {
    return [...this.#working].flatMap(({ codes }) => [...codes]);
  }

  /** Sends nothing more of a batch, or of all. */
  halt(batchId?: string): void {
    for (const work of this.#working)
      if (batchId === undefined || work.batchId === batchId) work.isHalted = true;
    for (const { gate } of this.#lines.values()) gate.halt(batchId);
  }

  /** Puts back what has not been sent, and waits for what has. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.halt();
    while (this.#turns.size > 0) await Promise.all(this.#turns);
  }

  #free(): number {
    return this.#isStopped ? 0 : TURNS_AT_ONCE - this.#turns.size;
  }

  #start(turn: Turn): void {
    const task: Promise<void> = this.#take(turn)
      .catch((error: unknown) =>
        log().error({ err: error, batchId: turn.batchId }, 'a turn of a batch failed'),
      )
      .finally(() => this.#turns.delete(task));
    this.#turns.add(task);
  }

  async #take(turn: Turn): Promise<void> {
    const line = await this.#lineOf(turn.batchId);
    const work: Work = { batchId: turn.batchId, codes: new Set(), isHalted: this.#isStopped };
    this.#working.add(work);
    try {
      const { batchId } = turn;
      if (line) await inSpan('batch', { 'suncode.batch_id': batchId }, () => this.#work(turn, line, work));
      else await this.#queue.finish(turn, false);
    } finally {
      this.#working.delete(work);
    }
  }

  /** Read anew with each turn, so that a changed rate counts soon. */
  async #lineOf(batchId: string): Promise<OpenLine | null> {
    const batch = await db().batch.findUnique({
      where: { id: batchId },
      select: { miniProgramId: true, miniProgram: { select: { mode: true, ratePerMinute: true } } },
    });
    if (!batch) return null;
    const { miniProgramId } = batch;
    const line = this.#lines.get(miniProgramId) ?? {
      miniProgramId,
      gate: new CallGate(miniProgramId),
      settler: this.#settler,
      failuresInARow: 0,
      lanes: new Lanes(CHUNKS_AT_ONCE),
    };
    line.gate.perMinute = batch.miniProgram.ratePerMinute;
    line.gate.patienceSeconds = PATIENCE_SECONDS[batch.miniProgram.mode];
    this.#lines.set(miniProgramId, line);
    return line;
  }

  async #work(turn: Turn, line: OpenLine, work: Work): Promise<void> {
    await line.lanes.enter();
    let done: Promise<void> | undefined;
    try {
      work.codes = await this.#claim(turn.batchId, line, work);
      const { sent, done: written } = sendChunk(line, turn.batchId, work.codes);
      done = written;
      await sent;
    } finally {
      line.lanes.leave();
    }
    const hasWorked = work.codes.size > 0;
    // The turn is over when its rows are on their way: the next chunk need not wait for their answers.
    await this.#giveBack(turn, hasWorked && !work.isHalted && !line.gate.isHeld);
    await done;
    if (this.#isLast(work) && !work.isHalted) await this.#finish(turn.batchId, line.miniProgramId);
  }

  /** A turn that cannot be given back is taken from us after a while, and what it sent is written down all the same. */
  async #giveBack(turn: Turn, again: boolean): Promise<void> {
    const failed = (error: unknown) =>
      log().error({ err: error, batchId: turn.batchId }, 'turns of batches could not be exchanged');
    await this.#queue.finish(turn, again).catch(failed);
    void this.pull().catch(failed);
  }

  /** Whether nobody else in this process works on the batch: the end of it must not wait for the next look. */
  #isLast(work: Work): boolean {
    return ![...this.#working].some((other) => other !== work && other.batchId === work.batchId);
  }

  /** The next codes of the batch that are to be sent; none when it has no more, or must not send any. */
  async #claim(batchId: string, { gate, miniProgramId }: OpenLine, work: Work): Promise<Set<Code>> {
    const max = Math.min(Math.ceil((gate.perMinute / 60) * TURN_SECONDS), CHUNK_ROWS);
    while (!work.isHalted && !gate.isHeld) {
      const from = this.#claimedUpTo.get(batchId) ?? 0;
      const { codes, upTo } = await claimRows({ batchId, miniProgramId, max, from });
      if (upTo === null) this.#claimedUpTo.delete(batchId);
      else this.#claimedUpTo.set(batchId, upTo);
      // Rows that need no call, since somebody else has made their codes, are not worth a turn.
      if (codes.length > 0 || upTo === null) return new Set(codes);
    }
    return new Set();
  }

  async #finish(batchId: string, miniProgramId: string): Promise<void> {
    const hasMore = await finishBatch(batchId, miniProgramId);
    if (hasMore) await this.#queue.offer([batchId]);
  }
}
