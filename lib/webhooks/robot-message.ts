import 'server-only';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { DeliveryFault } from './limits';
import type { Robot } from './robots';

/** What lets Suncode write to a group: the address, and the secret where the robot wants messages signed. */
export type RobotAccess = { url: string; secret: string | null };

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');

/** 钉钉 signs by its address, in milliseconds; 飞书 within the message, in seconds, and with what others sign as the key. */
function signed(robot: Robot, { url, secret }: RobotAccess, at: Date): { url: string; proof: object } {
  if (secret === null || robot === 'wecom') return { url, proof: {} };
  if (robot === 'dingtalk') {
    const timestamp = String(at.getTime());
    const to = new URL(url);
    to.searchParams.set('timestamp', timestamp);
    to.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`));
    return { url: to.href, proof: {} };
  }
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { url, proof: { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') } };
}

type Said = { robot: Robot; access: RobotAccess; text: string; at: Date };

/** A text as a robot takes it: where to, and the body. */
export function robotMessage({ robot, access, text, at }: Said): { url: string; body: string } {
  const { url, proof } = signed(robot, access, at);
  const message =
    robot === 'feishu'
      ? { ...proof, msg_type: 'text', content: { text } }
      : { msgtype: 'text', text: { content: text } };
  return { url, body: JSON.stringify(message) };
}

/** They answer 200 whatever becomes of a message; a number that is not 0 says that it was refused. 企业微信 and 钉钉, then 飞书. */
const answerSchema = z.union([
  z
    .object({ errcode: z.number(), errmsg: z.string().default('') })
    .transform(({ errcode, errmsg }) => ({ said: errcode, words: errmsg })),
  z
    .object({ code: z.number(), msg: z.string().default('') })
    .transform(({ code, msg }) => ({ said: code, words: msg })),
]);

const CODES: Record<number, DeliveryFault> = {
  // Too many a minute: 企业微信, 钉钉, 飞书.
  ...{
    45009: 'limited',
    45033: 'limited',
    130101: 'limited',
    410100: 'limited',
    660026: 'limited',
    11232: 'limited',
  },
  // The robot was removed from its group, or the address is incomplete.
  ...{ 93000: 'gone', 40035: 'gone', 300001: 'gone', 300005: 'gone', 19001: 'gone' },
  ...{ 19021: 'signature', 19022: 'sender', 19024: 'keyword' },
};

/** 310000 of 钉钉 is any of the robot's rules; which one stands in the words. */
function ruleOf(words: string): DeliveryFault {
  if (/sign|timestamp/i.test(words)) return 'signature';
  if (/keyword/i.test(words)) return 'keyword';
  return /\bip\b|whitelist/i.test(words) ? 'sender' : 'refused';
}

/** What the body of an answer with 200 says: null when the message stands in the group. */
export function robotFault(body: string): DeliveryFault | null {
  const answer = answerSchema.safeParse(parsed(body));
  if (!answer.success) return 'answer';
  const { said, words } = answer.data;
  if (said === 0) return null;
  if (said === 310000) return ruleOf(words);
  return CODES[said] ?? (/too (?:fast|many)|frequency|freq /i.test(words) ? 'limited' : 'refused');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
