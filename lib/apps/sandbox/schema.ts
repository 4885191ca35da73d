import { z } from 'zod';
import { HYALINE_TYPES, WIDTH_BEHAVIOURS } from '@/lib/apps/choices';
import { textSchema } from '@/lib/input/schemas';
import type { SandboxChanges } from '@/lib/sandbox/settings';
import { DEFAULT_SETTINGS } from '@/lib/sandbox/settings';
import { KNOWN_ERRCODES } from '@/lib/wechat/errcodes';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';

/** More than the 12 s that an attempt may take, so that a timeout can be seen too. */
const LATENCY_MAX_MS = 15_000;
/** Shorter ones are over before the code is asked for; half of a token's life is our margin. */
const TOKEN_LIFETIME_MIN_SECONDS = 4;
const TOKEN_LIFETIME_MAX_SECONDS = 7200;
const PAGES_MAX_CHARS = 10_000;

const count = z.number().int().min(0).max(LIMITED_CODES_MAX);

/** What the sandbox plays for one Mini Program, as the form holds it and the database keeps it. */
export const sandboxPlaySchema = z.object({
  latencyMs: z.number().int().min(0).max(LATENCY_MAX_MS).default(0),
  /** Share of code calls that fail, in percent. */
  failurePercent: z.number().int().min(0).max(100).default(0),
  failureErrcode: z
    .number()
    .int()
    .refine((errcode) => KNOWN_ERRCODES.includes(errcode))
    .default(-1),
  quotaLimit: count.default(DEFAULT_SETTINGS.quotaLimit),
  /** Codes that WeChat has counted beside ours, as if another system had made them. */
  quotaElsewhere: count.default(0),
  tokenLifetimeSeconds: z
    .number()
    .int()
    .min(TOKEN_LIFETIME_MIN_SECONDS)
    .max(TOKEN_LIFETIME_MAX_SECONDS)
    .default(DEFAULT_SETTINGS.tokenLifetimeSeconds),
  /** One page a line; empty takes every page for released. */
  releasedPages: textSchema(PAGES_MAX_CHARS).default(''),
  hyalineContentType: z.enum(HYALINE_TYPES).default('image/jpeg'),
  widthOutOfRange: z.enum(WIDTH_BEHAVIOURS).default('clamp'),
  numUsed: z.boolean().default(true),
});
export type SandboxPlay = z.output<typeof sandboxPlaySchema>;

export const GOOD_DAY: SandboxPlay = sandboxPlaySchema.parse({});

const WIDTHS = { clamp: 'clamp', '40097': 40097, '40189': 40189 } as const;

/** A stored value as it is played; one that an older edition wrote and that no longer fits plays a good day. */
export function readPlay(stored: unknown): SandboxPlay {
  return sandboxPlaySchema.safeParse(stored).data ?? GOOD_DAY;
}

/** The same for lib/sandbox; null (nothing was ever chosen) changes nothing. */
export function sandboxChanges(stored: unknown): SandboxChanges {
  if (stored === null) return {};
  const { failurePercent, releasedPages, widthOutOfRange, ...play } = readPlay(stored);
  const pages = releasedPages.split('\n').map((page) => page.trim());
  const released = pages.filter((page) => page !== '');
  return {
    ...play,
    failureRate: failurePercent / 100,
    releasedPages: released.length === 0 ? null : released,
    widthOutOfRange: WIDTHS[widthOutOfRange],
  };
}
