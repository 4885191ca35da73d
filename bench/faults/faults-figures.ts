import type { Figure } from '../measure';
import type { Exported, Outcome } from './faults-run';
import type { Seen } from './faults-watch';

export type After = { seen: Seen; pageS: number; nextS: number; madeMeanwhile: number };

export function figuresOf(name: string, { seen, pageS, nextS, madeMeanwhile }: After): Figure[] {
  const ready = [...seen.ready].join('; ');
  const pages = [...seen.pages].join(', ');
  process.stderr.write(
    `  next code ${nextS.toFixed(1)} s, page ${pageS.toFixed(1)} s, made ${madeMeanwhile}; ${ready}; pages ${pages}; unhealthy ${seen.unhealthy}; ${[...new Set(seen.bare)].join(' | ')}\n`,
  );
  return [
    {
      name: `${name}: the batch's next code after its end`,
      value: nextS,
      unit: 's',
      bound: '≤ 60',
      detail: `/api/ready: ${ready}`,
    },
    {
      name: `${name}: a page after its end`,
      value: pageS,
      unit: 's',
      bound: '≤ 10',
      detail: `answers meanwhile: ${pages}; the slowest after ${(seen.slowestPageMs / 1_000).toFixed(1)} s`,
    },
    {
      name: `${name}: /api/health not 200, pages of a fault that tell too much or no id`,
      value: seen.unhealthy + seen.bare.length,
      unit: 'calls',
      bound: '= 0',
      detail: [...new Set(seen.bare)].join('; '),
    },
  ];
}

export function outcomeFigures(
  outcome: Outcome,
  { targets, endedBy }: { targets: string[]; endedBy: string[] },
): Figure[] {
  const zero = { unit: 'codes' as const, bound: '= 0' };
  return [
    {
      name: `faults: rows of ${outcome.rows} without a code of their own`,
      value: outcome.lost,
      ...zero,
      detail: JSON.stringify(outcome.failed),
    },
    { name: 'faults: codes more than rows', value: outcome.doubled, ...zero },
    { name: 'faults: pictures that are not of their code', value: outcome.misnamed, ...zero },
    {
      name: 'faults: permanent codes that the ledger counts more than WeChat made',
      value: outcome.counted - new Set(targets.filter((target) => target.startsWith('pages/'))).size,
      ...zero,
      detail: `${outcome.uncertain} of them not known for certain`,
    },
    { name: 'faults: calls for each code', value: targets.length / outcome.rows, unit: 'ratio' },
    {
      name: 'faults: ends of batches that were written down beyond the two',
      value: outcome.ends - 2,
      ...zero,
    },
    {
      name: 'faults: processes that ended by themselves',
      value: endedBy.length,
      unit: 'calls',
      bound: '= 0',
      detail: endedBy.join(', '),
    },
  ];
}

export function exportFigures({ files, misnamed, attempts }: Exported, rows: number): Figure[] {
  return [
    {
      name: 'faults: files missing in an export of the batch',
      value: rows - files,
      unit: 'codes',
      bound: '= 0',
    },
    {
      name: 'faults: files of it under the name of another code',
      value: misnamed,
      unit: 'codes',
      bound: '= 0',
    },
    {
      name: 'faults: times that the export was made beyond the one',
      value: attempts - 1,
      unit: 'codes',
      bound: '= 0',
    },
  ];
}
