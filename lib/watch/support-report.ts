import 'server-only';
import type { Backups } from '@/lib/backup/kept/queries';
import { clock } from '@/lib/clock';
import { withoutSecrets } from '@/lib/redaction';
import { REASONS, type PartState } from './parts';
import type { SystemView } from './system';

const yesNo = (is: boolean) => (is ? 'yes' : 'no');
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const stateOf = (part: PartState) =>
  part.status === 'ok' ? 'ok' : `${part.status}: ${REASONS[part.reason]}`;

function workLines({ work, apps }: SystemView): string[] {
  if (!work || !apps) return ['work: not known'];
  return [
    `rows of batches waiting: ${work.rows}, codes: ${work.codes}, exports: ${work.exports}, bulk actions: ${work.bulks}`,
    `worker last seen: ${work.workerSilentSeconds === null ? 'never' : `${Math.round(work.workerSilentSeconds)} s ago`}`,
    `live Mini Programs: ${apps.count}, failing: ${apps.failing}, low on quota: ${apps.quotaLow}, least left: ${apps.quotaLeast ?? '-'}`,
  ];
}

function backupLines({ rule, lastGoodAt, problem, items, sealsKeys }: Backups): string[] {
  const failed = items.find(({ failure }) => failure !== null);
  return [
    `backups: every ${rule.everyDays} days, ${rule.keep} kept, keys in them: ${yesNo(sealsKeys)}`,
    `last good backup: ${lastGoodAt?.toISOString() ?? 'none'}, problem: ${problem ?? 'none'}`,
    ...(failed ? [`last failed backup: ${failed.at.toISOString()}, ${failed.failure}`] : []),
  ];
}

/**
 * For whoever helps: plain English, whatever language the page speaks. Names of people, Mini Programs and hosts are not in it,
 * and what looks like a secret is masked once more.
 */
export function supportReport(system: SystemView, backups: Backups): string {
  const { readiness, database, storage, disk, work } = system;
  const size = work ? `, ${megabytes(work.databaseBytes)}` : '';
  const kind = database ? `${database.kind} PostgreSQL ${database.version}${size}` : 'no answer';
  return withoutSecrets(
    [
      `Suncode ${system.version}, ${clock.now().toISOString()}`,
      `node ${system.node} on ${system.machine}, time zone ${system.timeZone}, up since ${system.upSince.toISOString()}`,
      `status: ${readiness.status}`,
      ...Object.entries(readiness.parts).map(([name, part]) => `  ${name}: ${stateOf(part)}`),
      `database: ${kind}`,
      `pictures: ${storage.kind}`,
      `disk: ${disk ? `${megabytes(disk.freeBytes)} of ${megabytes(disk.sizeBytes)} left` : 'not known'}`,
      `worker: ${system.workerMode}, mail: ${yesNo(system.sendsMail)}, metrics: ${yesNo(system.hasMetrics)}`,
      ...workLines(system),
      ...backupLines(backups),
    ].join('\n'),
  );
}
