import { openDatabase } from '@/lib/db/open';
import { ALL_SCANS, type ScanFilters } from '@/lib/live/scans/scan-filters';
import { getScanReport } from '@/lib/live/scans/scan-report';
import { getScanRankings } from '@/lib/live/scans/scan-rankings';
import { listNeverScanned } from '@/lib/live/scans/never-scanned';
import { systemActor } from '@/lib/auth/actor';

const p95 = (xs: number[]) => xs.sort((a, b) => a - b)[Math.ceil(xs.length * 0.95) - 1]!.toFixed(0);
const opened = await openDatabase({ databaseUrl: 'postgres://postgres@127.0.0.1:5599/a' } as never);
const actor = systemActor("bench") as never;
const time = async (run: () => Promise<unknown>) => { const s = performance.now(); await run(); return performance.now() - s; };
const N = Number(process.env.N ?? 20);
const all: [string, Partial<ScanFilters>][] = [['7', { period: '7' }], ['30', {}], ['90', { period: '90' }], ['1 day', { from: '2026-11-29', to: '2026-11-29' }], ['app 30', { app: 'app1' }], ['app 90', { app: 'app1', period: '90' }], ['batch 90', { batch: 'b5', period: '90' }], ['folder 90', { folder: 'f5', period: '90' }], ['tag 30', { tag: 't5' }], ['kind 30', { kind: 'press' }], ['printed', { printed: '1' }]];
const parts = { report: getScanReport, rankings: getScanRankings, never: listNeverScanned };
for (const [name, more] of all) {
  const filters = { ...ALL_SCANS, ...more };
  const line = [name.padEnd(10)];
  for (const [part, run] of Object.entries(parts)) {
    const times: number[] = [];
    await run(actor, filters);
    for (let i = 0; i < N; i += 1) times.push(await time(() => run(actor, filters)));
    line.push(`${part} ${p95(times)}`);
  }
  const times: number[] = [];
  for (let i = 0; i < N; i += 1) times.push(await time(() => Promise.all(Object.values(parts).map((run) => run(actor, filters)))));
  line.push(`all ${p95(times)}`);
  console.log(line.join('  '));
}
await opened.close();
