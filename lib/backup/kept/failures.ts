/** Why a backup failed. What lies behind it may name folders and hosts, and stands in the log. */
export const BACKUP_FAILURES = [
  'noSpace',
  'notWritable',
  'unreachable',
  'refused',
  'unreadable',
  'interrupted',
  'broken',
] as const;
export type BackupFailure = (typeof BACKUP_FAILURES)[number];

export function asBackupFailure(text: string | null): BackupFailure {
  return BACKUP_FAILURES.find((failure) => failure === text) ?? 'broken';
}

/** Of the place of a backup. Its text is for whoever runs Suncode. */
export class PlaceError extends Error {
  override readonly name = 'PlaceError';
  readonly failure: BackupFailure;

  constructor(failure: BackupFailure, message: string, options: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
