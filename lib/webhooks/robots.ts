import type { NoticeEvent } from '@/lib/notices/kinds';

/** Robots of group chats: 企业微信, 钉钉, 飞书. */
export const ROBOTS = ['wecom', 'dingtalk', 'feishu'] as const;
export type Robot = (typeof ROBOTS)[number];

/** What a group is told: what people are, and not each code. */
export const ROBOT_EVENTS = [
  'batch.finished',
  'batch.stopped',
  'quota.threshold',
  'connection.failing',
  'token.replaced',
  'pages.gone',
  'backup.failed',
] as const satisfies readonly NoticeEvent[];
export type RobotEvent = (typeof ROBOT_EVENTS)[number];

export const ROBOT_SECRET_MAX_CHARS = 200;

/** All three take 20 messages a minute. */
export const ROBOT_PER_MINUTE = 20;

/**
 * Whose robot an address is of, by its path: their servers also stand in companies (企业微信 of one's own, Lark), under other names.
 * @returns null for an address that is none of a robot's
 */
export function robotOf(address: string): Robot | null {
  if (!URL.canParse(address)) return null;
  const { pathname, searchParams } = new URL(address);
  if (pathname.endsWith('/cgi-bin/webhook/send') && searchParams.get('key')) return 'wecom';
  if (pathname.endsWith('/robot/send') && searchParams.get('access_token')) return 'dingtalk';
  return /\/open-apis\/bot\/v2\/hook\/[^/]+$/.test(pathname) ? 'feishu' : null;
}

const SHOWN_CHARS = 4;

const KEYS = { wecom: 'key', dingtalk: 'access_token' } as const;

/** An address whose key is not readable: who has the key can write to the group. */
export function maskedAddress(address: string): string {
  const { origin, pathname, searchParams } = new URL(address);
  const shown = (key: string) => `…${key.slice(-SHOWN_CHARS)}`;
  const robot = robotOf(address);
  if (robot === 'wecom' || robot === 'dingtalk')
    return `${origin}${pathname}?${KEYS[robot]}=${shown(searchParams.get(KEYS[robot]) ?? '')}`;
  const cut = pathname.lastIndexOf('/') + 1;
  return origin + pathname.slice(0, cut) + shown(pathname.slice(cut));
}
