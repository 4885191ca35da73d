import 'server-only';
import { takeBatchCalls, takeCall } from '@/lib/apps/calls/call-budget';
import { clock } from '@/lib/clock';
import { askedNow } from '@/lib/http/asked-now';
import { log } from '@/lib/log';

/** Calls are asked for in handfuls, so that a call costs a fraction of a statement. */
const HANDFUL = 40;
const PAUSE_MS = 150;
const UNDER_WAY_LEAST = 4;
/** While so many programs wait for answers of this process, batches leave it to them but for a trickle. */
const ASKED_MANY = 2;
const TRICKLE = 1;

type Waiting = { batchId?: string; isRepeat: boolean; decide: (mayGo: boolean) => void };

/**
 * Where the rows of all batches of one Mini Program wait, in this process, until their call may leave: first come first
 * served, within the budget that all processes share.
 */
export class CallGate {
  /** Of the Mini Program's settings; whoever reads them newly says so. */
  perMinute = 1;
  /** How long an answer may take before slow answers slow the batch down. */
  patienceSeconds = 1;
  /** No call of a batch before this moment; rows that come earlier are sent back. */
  heldUntil: Date | null = null;
  readonly #miniProgramId: string;
  #waiting: Waiting[] = [];
  #underWay = 0;
  #changed: () => void = () => undefined;
  #isLettingOut = false;

  constructor(miniProgramId: string) {
    this.#miniProgramId = miniProgramId;
  }

  get isHeld(): boolean {
    return this.heldUntil !== null && this.heldUntil > clock.now();
  }

  /**
   * Waits for the turn of a row.
   * @returns false when it is not to be sent: the batch was halted, or all batches are held. After true, call `leave`.
   */
  enter(batchId: string): Promise<boolean> {
    return this.#wait({ batchId, isRepeat: false });
  }

  /** Waits until the call of a row that is under way may be repeated; nothing stops it any more. */
  async repeat(): Promise<void> {
    const mayGo = await this.#wait({ isRepeat: true });
    if (!mayGo) await takeCall(this.#miniProgramId);
  }

  leave(): void {
    this.#underWay -= 1;
    this.#changed();
  }

  /** Sends back the rows that wait: those of one batch, or all. */
  halt(batchId?: string): void {
    const concerns = (one: Waiting) => batchId === undefined || one.batchId === batchId;
    const halted = this.#waiting.filter(concerns);
    this.#waiting = this.#waiting.filter((one) => !concerns(one));
    for (const { decide } of halted) decide(false);
  }

  #wait(row: Omit<Waiting, 'decide'>): Promise<boolean> {
    return new Promise((decide) => {
      if (row.isRepeat) this.#waiting.unshift({ ...row, decide });
      else this.#waiting.push({ ...row, decide });
      if (!this.#isLettingOut) void this.#letOut();
      else if (row.isRepeat) this.#changed();
    });
  }

  async #letOut(): Promise<void> {
    this.#isLettingOut = true;
    try {
      while (this.#waiting.length > 0) await this.#letOutSome();
    } catch (error) {
      log().error({ err: error }, 'the budget of calls cannot be read');
      this.halt();
    }
    this.#isLettingOut = false;
  }

  get #room(): number {
    const most = Math.max(Math.ceil((this.perMinute / 60) * this.patienceSeconds), UNDER_WAY_LEAST);
    // A repeat has its place among those under way. Were it to wait for one of them to leave, they would all wait for each
    // other once every call is to be repeated, as after a minute in which WeChat answers nobody.
    const repeats = this.#waiting.filter(({ isRepeat }) => isRepeat).length;
    return repeats + Math.max(most - this.#underWay, 0);
  }

  async #letOutSome(): Promise<void> {
    const most = askedNow() >= ASKED_MANY ? TRICKLE : HANDFUL;
    const want = Math.min(this.#waiting.length, most, this.#room);
    if (want <= 0) return this.#nextChange();
    const grant = await takeBatchCalls(this.#miniProgramId, want, this.perMinute);
    this.heldUntil = grant.heldUntil;
    if (grant.heldUntil) return this.halt();
    this.#send(grant.granted);
    if (grant.probing && grant.granted > 0) return this.#underWay > 0 ? this.#nextChange() : undefined;
    if (most === TRICKLE || grant.granted < want)
      await clock.sleep(Math.max(Math.ceil(grant.waitMs), PAUSE_MS));
  }

  #send(count: number): void {
    for (const { decide, isRepeat } of this.#waiting.splice(0, count)) {
      if (!isRepeat) this.#underWay += 1;
      decide(true);
    }
  }

  /** Until a call has ended, or is to be repeated. */
  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = resolve;
    });
  }
}
