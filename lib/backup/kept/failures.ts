/** Why a backup failed. What lies behind it may name folders and hosts, and stands in the log. */
export const BACKUP_FAILURES = ['noSpace', 'notWritable', 'unreadable', 'interrupted', 'broken'] as const;
export type BackupFailure = (typeof BACKUP_FAILURES)[number];

export function asBackupFailure(text: string | null): BackupFailure {
  return BACKUP_FAILURES.find((failure) => failure === text) ?? 'broken';
}
