/** What this process stands on, each looked at by itself. */
export type PartName = 'database' | 'migrations' | 'storage' | 'disk' | 'worker';

/** In words for whoever runs Suncode, who may be a machine; a person sees them in their language (lib/i18n). */
export const REASONS = {
  noAnswer: 'no answer in time',
  unreachable: 'cannot be reached',
  readOnly: 'is read-only',
  behind: 'the database lacks migrations of this version; restart a process of this version',
  ahead: 'the database was changed by a newer version; this process works on until it is replaced',
  otherStorage: 'the pictures here are not those of this database',
  full: 'less than 100 MB are left',
  neverSeen: 'no worker has run yet',
  silent: 'no worker has been heard of for more than a minute; batches and exports stand still',
  unknown: 'not known while the database does not answer',
} as const;

export type Reason = keyof typeof REASONS;

/** `warning`: something is wrong, and this process answers people all the same. */
export type PartState = { status: 'ok' } | { status: 'warning' | 'failing'; reason: Reason };

export const OK: PartState = { status: 'ok' };
export const failing = (reason: Reason): PartState => ({ status: 'failing', reason });
export const warning = (reason: Reason): PartState => ({ status: 'warning', reason });
