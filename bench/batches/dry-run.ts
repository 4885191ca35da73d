import { createDraft } from '@/lib/batches/draft/create-draft';
import { dryRun } from '@/lib/batches/check/dry-run';
import { DEFAULT_LOOK, type BatchPlan } from '@/lib/batches/plan/plan';
import { startBatch } from '@/lib/batches/run/start';
import { systemActor } from '@/lib/auth/actor';
import { median, timeMs, timesMs, type Figure } from '../measure';

const SIZES = [1_000, 10_000, 50_000];
const RUNS = 3;

const actor = systemActor('bench');

/** A table as teams have them: number, store, a name and a remark in Chinese. */
function csvOf(rows: number): File {
  const lines = Array.from(
    { length: rows },
    (_, index) => `T${index + 1},${(index % 90) + 1},"${index + 1} 号桌，靠窗",备注 ${index}`,
  );
  return new File([['桌号,门店,名称,备注', ...lines].join('\r\n')], `bench-${rows}.csv`);
}

/** Endpoint A, so that the ledger is asked too. */
const PLAN: BatchPlan = {
  endpoint: 'getwxacode',
  fields: {
    path: { from: 'template', template: 'pages/order/index?t={桌号}&s={门店}' },
    name: { from: 'column', column: 2 },
    note: { from: 'column', column: 3 },
  },
  look: DEFAULT_LOOK,
  policy: 'all',
};

/** How long a table takes from file to verdicts, and to a running batch. */
export async function benchDryRun(miniProgramId: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const perRow: number[] = [];
  for (const size of SIZES) {
    const source = { kind: 'file' as const, file: csvOf(size) };
    let id = '';
    const readMs = await timeMs(async () => {
      id = await createDraft(actor, { miniProgramId, source });
    });
    const judgeMs = median(await timesMs(RUNS, () => dryRun(actor, id, PLAN)));
    perRow.push(judgeMs / size);
    const bound = size === 10_000 ? { bound: '≤ 2000' } : {};
    figures.push(
      { name: `reading a CSV of ${size} rows`, value: readMs, unit: 'ms' },
      { name: `dry run of ${size} rows, median`, value: judgeMs, unit: 'ms', ...bound },
    );
    if (size !== SIZES.at(-1)) continue;
    const startMs = await timeMs(() => startBatch(actor, id));
    figures.push({ name: `starting a batch of ${size} rows`, value: startMs, unit: 'ms' });
  }
  const growth = (perRow.at(-1) ?? 0) / (perRow[1] ?? 1);
  figures.push({
    name: 'dry run per row, 50,000 against 10,000 rows',
    value: growth,
    unit: 'ratio',
    bound: '≈ 1',
  });
  return figures;
}
