const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** By the clock of the server: when most teams sleep. */
const AT_HOUR = 3;
/** What failed is tried again after so long, and not a quarter of a minute later. */
const RETRY_MS = HOUR_MS;
/** A backup may wait for a worker, and take its time. */
const LATE_MS = 12 * HOUR_MS;

/** What is known of the backups that there were. */
export type Known = {
  everyDays: number;
  /** When the last good one was begun, and the last one that failed. */
  lastGoodAt: Date | null;
  lastFailedAt: Date | null;
};

/** The turn that follows a backup: three in the night, so many days later, whatever the hour of that backup was. */
function turnAfter(backup: Date, everyDays: number): Date {
  const belongsToDayBefore = backup.getHours() < AT_HOUR ? 1 : 0;
  const day = backup.getDate() - belongsToDayBefore + everyDays;
  return new Date(backup.getFullYear(), backup.getMonth(), day, AT_HOUR);
}

const hasFailed = ({ lastGoodAt, lastFailedAt }: Known) =>
  lastFailedAt !== null && (lastGoodAt === null || lastFailedAt > lastGoodAt);

/** When the next one is to be made; a moment that has passed: now. @returns null without a rule */
export function nextTurn(known: Known): Date | null {
  const { everyDays, lastGoodAt, lastFailedAt } = known;
  if (everyDays === 0) return null;
  // Whoever wants backups has none that is young enough: the first one is made at once.
  const due = lastGoodAt ? turnAfter(lastGoodAt, everyDays) : new Date(0);
  const retryAt = hasFailed(known) && lastFailedAt ? new Date(lastFailedAt.getTime() + RETRY_MS) : due;
  return retryAt > due ? retryAt : due;
}

/** Whether the last good one is older than the rule allows: because they fail, or because nobody makes them. */
function isLate({ everyDays, lastGoodAt }: Known, now: Date): boolean {
  if (everyDays === 0 || lastGoodAt === null) return false;
  return now.getTime() - lastGoodAt.getTime() > everyDays * DAY_MS + LATE_MS;
}

export type BackupProblem = 'failed' | 'late';

/** The last one failed, or the last good one is older than the rule allows. */
export function problemOf(known: Known, now: Date): BackupProblem | null {
  if (hasFailed(known)) return 'failed';
  return isLate(known, now) ? 'late' : null;
}
