// Apart from the schemas: the forms list these at once, and fetch the validator with their first check.

export const TOKEN_MODES = ['stable', 'token', 'external'] as const;

export const WIDTH_BEHAVIOURS = ['clamp', '40097', '40189'] as const;
export const HYALINE_TYPES = ['image/jpeg', 'image/png'] as const;

/** The settings of a sandbox, in the order of its form. */
export const SANDBOX_FIELDS = [
  'failurePercent',
  'failureErrcode',
  'latencyMs',
  'quotaLimit',
  'quotaElsewhere',
  'numUsed',
  'tokenLifetimeSeconds',
  'releasedPages',
  'hyalineContentType',
  'widthOutOfRange',
] as const;

/** Calls a minute that batches of one Mini Program make unless an administrator says otherwise. */
export const RATE_PER_MINUTE_DEFAULT = 4_800;
