/** What a sandbox Mini Program can be made to do; the defaults are WeChat's behaviour on a good day. */
export type SandboxSettings = {
  /** null takes any secret that is not empty. */
  secret: string | null;
  /** Pause before every answer, in milliseconds. */
  latencyMs: number;
  /** Share of code calls that fail with `failureErrcode`, from 0 to 1. */
  failureRate: number;
  failureErrcode: number;
  /** Different codes of getwxacode + createwxaqrcode. */
  quotaLimit: number;
  /** Calls of getwxacode a day, and of getwxacodeunlimit a minute, before 45009. */
  callsPerDay: number;
  callsPerMinute: number;
  tokenLifetimeSeconds: number;
  /** Pages of the released version; null takes every page for released. */
  releasedPages: readonly string[] | null;
  /** Bound of `path` for getwxacode in UTF-8 bytes. */
  pathMaxBytes: number;
  /** Media type that transparent PNGs are labelled with; WeChat has been seen to keep `image/jpeg`. */
  hyalineContentType: 'image/jpeg' | 'image/png';
  /** WeChat's treatment of a width outside 280 to 1280 is not known for sure. */
  widthOutOfRange: 'clamp' | 40097 | 40189;
  /** Whether getwxacode tells its count in `Num-Used`; not every answer of WeChat has it. */
  numUsed: boolean;
};

/**
 * Settings as a caller changes them. `quotaUsed` sets the count of different codes made so far; `quotaElsewhere` only
 * the part of it that was not made here.
 */
export type SandboxChanges = Partial<SandboxSettings> & { quotaUsed?: number; quotaElsewhere?: number };

export const DEFAULT_SETTINGS: SandboxSettings = {
  secret: null,
  latencyMs: 0,
  failureRate: 0,
  failureErrcode: -1,
  quotaLimit: 100_000,
  callsPerDay: 10_000,
  callsPerMinute: 5_000,
  tokenLifetimeSeconds: 7200,
  releasedPages: null,
  pathMaxBytes: 128,
  hyalineContentType: 'image/jpeg',
  widthOutOfRange: 'clamp',
  numUsed: true,
};
