import 'server-only';
import { Agent, request } from 'undici';
import { recordAudit } from '@/lib/audit/service';
import { systemActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Webhook, WebhookDelivery } from '@/lib/db/generated/client';
import { allowedNetworks, guardedConnector } from '@/lib/http/outbound';
import { PRIVATE_ADDRESS } from '@/lib/wechat/call/outcome';
import { PAUSES_SECONDS, type DeliveryFault } from './limits';
import { robotFault, robotMessage } from './robot-message';
import { openAccess } from './robot-service';
import { robotText } from './robot-text';
import { ROBOTS, type Robot } from './robots';
import { openSecret, signedHeaders } from './signature';

const TIMEOUT_MS = 10_000;
/** The receiver wants nothing more (Standard Webhooks). */
const GONE = 410;
/** A robot that was asked too often wants to be left alone for so long; 钉钉 for ten minutes. */
const LIMITED_SECONDS = { wecom: 60, dingtalk: 600, feishu: 60 } as const;
const ROBOT_ANSWER_MAX_BYTES = 64 * 1024;

export type Due = WebhookDelivery & { webhook: Webhook };
type Told = { status: number | null; fault: DeliveryFault | null };

const holder: typeof globalThis & { suncodeWebhookAgent?: Agent } = globalThis;

const agent = () =>
  (holder.suncodeWebhookAgent ??= new Agent({ connect: guardedConnector({ allowed: allowedNetworks() }) }));

function secretsOf({ id, secretCiphertext, previousCiphertext, previousUntil }: Webhook): string[] {
  const isOverlap = previousCiphertext !== null && previousUntil !== null && previousUntil > clock.now();
  const sealed = [secretCiphertext, ...(isOverlap ? [previousCiphertext] : [])];
  return sealed.map((ciphertext) => openSecret(id, ciphertext));
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function faultOf(error: unknown): DeliveryFault {
  const causes = [error, error instanceof Error ? error.cause : undefined];
  if (causes.some((cause) => codeOf(cause) === PRIVATE_ADDRESS)) return 'private';
  return error instanceof Error && /Timeout|Abort/.test(error.name) ? 'timeout' : 'network';
}

const robotOf = ({ robot }: Webhook): Robot | null => ROBOTS.find((one) => one === robot) ?? null;

/** What is sent, and where to: a text to the robot of a group, the message itself to every other system. */
function letterOf({ webhook, eventId, event, occurredAt, data }: Due) {
  const robot = robotOf(webhook);
  if (robot !== null) {
    const access = openAccess(webhook.id, webhook.secretCiphertext);
    const text = robotText({ event, data, locale: webhook.locale });
    return { ...robotMessage({ robot, access, text, at: clock.now() }), signed: {} };
  }
  const body = JSON.stringify({ type: event, timestamp: occurredAt.toISOString(), data });
  const signed = signedHeaders({ id: eventId, at: clock.now(), body }, secretsOf(webhook));
  return { url: webhook.url, body, signed };
}

/** The beginning of an answer: a robot says a line. */
async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > ROBOT_ANSWER_MAX_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** One attempt. Redirects are not followed: what a message is for is the address that somebody has entered. */
async function send(due: Due): Promise<Told> {
  const { url, body, signed } = letterOf(due);
  try {
    const answer = await request(url, {
      ...{ method: 'POST', body, dispatcher: agent(), signal: AbortSignal.timeout(TIMEOUT_MS) },
      headers: { 'content-type': 'application/json', 'user-agent': 'Suncode', ...signed },
    });
    const status = answer.statusCode;
    if (robotOf(due.webhook) !== null && isWelcome(status))
      return { status, fault: robotFault(await beginningOf(answer.body)) };
    await answer.body.dump();
    return { status, fault: null };
  } catch (error) {
    return { status: null, fault: faultOf(error) };
  }
}

const isWelcome = (status: number | null) => status !== null && status >= 200 && status < 300;

function nextOf(
  { attempts, webhook }: Due,
  { status, fault }: Told,
): Partial<Pick<WebhookDelivery, 'state' | 'dueAt'>> {
  if (isWelcome(status) && fault === null) return { state: 'DELIVERED' };
  const pause = status === GONE || fault === 'gone' ? undefined : PAUSES_SECONDS[attempts - 1];
  if (pause === undefined) return { state: 'FAILED' };
  const robot = robotOf(webhook);
  const least = robot !== null && fault === 'limited' ? LIMITED_SECONDS[robot] : 0;
  return { dueAt: new Date(clock.now().getTime() + Math.max(pause, least) * 1000) };
}

async function turnOff({ id, name }: Webhook): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { id, offAt: null },
      data: { offAt: clock.now() },
    });
    if (count === 0) return;
    await recordAudit(tx, systemActor('webhooks'), { action: 'webhook.off', targetId: id, targetName: name });
  });
}

/** One attempt of a message that was claimed, and what comes of it. */
export async function deliver(due: Due): Promise<void> {
  const told = await send(due);
  const data = { ...told, ...nextOf(due, told), triedAt: clock.now(), leaseExpiresAt: null };
  // Only the claim that is the latest may write.
  const { id, attempts } = due;
  await db().webhookDelivery.updateMany({ where: { id, attempts, state: 'WAITING' }, data });
  if (told.status === GONE) await turnOff(due.webhook);
}
