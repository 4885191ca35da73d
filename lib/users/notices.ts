import 'server-only';
import { clock, minuteOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { callerAddress } from '@/lib/http/caller';
import { log } from '@/lib/log';
import { linkFromOutside, sendLetters, sendsMail } from '@/lib/mail/mail';
import { letterOf } from './letters';

/** What a member is told by mail that somebody has done with their account, who may not be themselves. */
export type Notice =
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'recoveryCodes'
  | 'secondStepOn'
  | 'secondStepOff'
  | 'secondStepReset'
  | 'passwordChanged'
  | 'addressChanged'
  | 'serviceConnected'
  | 'serviceDisconnected';

/** A member, or the address that was theirs until now. */
type To = string | { address: string };

// Next bundles routes apart from each other, and the process has one mail server.
const holder: typeof globalThis & { suncodeNotices?: Set<Promise<void>> } = globalThis;

const underWay = () => (holder.suncodeNotices ??= new Set());

async function addressOf(to: To): Promise<string | null | undefined> {
  if (typeof to !== 'string') return to.address;
  return (await db().user.findUnique({ where: { id: to }, select: { email: true } }))?.email;
}

async function send(to: To, notice: Notice, values: Record<string, string>): Promise<void> {
  const email = await addressOf(to);
  if (email) await sendLetters([letterOf(notice, email, values)]);
}

/** Nobody waits for the mail server; what it refuses stands in the log. Only where this installation sends letters. */
export function tellMember(to: To, notice: Notice, values: Record<string, string> = {}): void {
  if (!sendsMail()) return;
  const link = linkFromOutside('/settings/account');
  const known = { ...values, time: minuteOf(clock.now()), address: callerAddress() ?? '—', link };
  const sending: Promise<void> = send(to, notice, known)
    .catch((error: unknown) => log().error({ err: error }, 'a notice could not be sent'))
    .finally(() => underWay().delete(sending));
  underWay().add(sending);
}

/** Those that are under way have left, or were refused: for a process that ends. */
export async function noticesSent(): Promise<void> {
  await Promise.all(underWay());
}
