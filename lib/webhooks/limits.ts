export const WEBHOOK_EVENTS = [
  'code.ready',
  'code.failed',
  'batch.finished',
  'batch.stopped',
  'export.ready',
  'export.failed',
  'quota.threshold',
  'connection.failing',
  'token.replaced',
  'pages.gone',
  'backup.failed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
/** What a test sends; nobody chooses it. */
export const TEST_EVENT = 'test';

/**
 * Why no answer came: `private` is an address that Suncode does not go to. From `limited` on what a robot has answered (robot-message.ts): too many a
 * minute, not in its group any more, one of its rules, no answer of a robot, anything else.
 */
export const DELIVERY_FAULTS = [
  ...(['private', 'timeout', 'network'] as const),
  ...(['limited', 'gone', 'signature', 'keyword', 'sender', 'answer', 'refused'] as const),
] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

export const WEBHOOK_NAME_MAX_CHARS = 60;
export const WEBHOOK_URL_MAX_CHARS = 500;
export const WEBHOOKS_MAX = 50;
/** How many hours messages are signed by the secret before as well, once there is a new one. */
export const WEBHOOK_OVERLAP_HOURS = [0, 24, 168] as const;

/** Pauses in seconds after each attempt that failed; the last attempt is about a day after the first. */
export const PAUSES_SECONDS = [5, 60, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 8 * 3600, 8 * 3600] as const;

/** Shares of the permanent quota, in percent. */
export const QUOTA_THRESHOLDS = [80, 90, 95, 100] as const;

/** Messages are kept in the log for so long. */
export const DELIVERY_KEPT_DAYS = 30;
export const SHOWN_DELIVERIES = 100;
