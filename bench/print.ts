import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './measure';
import type { PrintRun } from './print-run';
import { outputOf } from './processes';

const MB = 1_000_000;
const SHEETS = { format: 'pdf', design: 'sticker', stock: 'a4' };
const POSTERS = { format: 'pieces', design: 'poster', stock: 'piece', bleed: 'yes', dpi: '300' };

type Options = Record<string, string>;

/** Prints of one set of codes, each in a process of its own. */
async function printsOf(codes: number, prints: Options[]): Promise<PrintRun[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'suncode-bench-print-'));
  const inProcess = (args: string[]) => outputOf('bench/print-run.ts', args, { DATA_DIR: dataDir });
  try {
    await inProcess(['fill', String(codes)]);
    const runs: PrintRun[] = [];
    for (const options of prints) {
      const run: PrintRun = JSON.parse(await inProcess([new URLSearchParams(options).toString()]));
      runs.push(run);
    }
    return runs;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** On a machine that does other things too, this is what it took. */
const cpuOf = ({ cpuMs }: PrintRun) => `${Math.round(cpuMs)} ms of a processor`;

function sheetFigures(
  what: string,
  run: PrintRun | undefined,
  bounds: { ms?: string; mb?: string },
): Figure[] {
  if (!run) return [];
  const growth = (run.rssPeak - run.rssBefore) / MB;
  return [
    { name: what, value: run.madeMs, unit: 'ms', detail: cpuOf(run), ...(bounds.ms && { bound: bounds.ms }) },
    { name: `${what}, memory growth`, value: growth, unit: 'MB', ...(bounds.mb && { bound: bounds.mb }) },
    { name: `${what}, file`, value: run.sizeBytes / MB, unit: 'MB' },
  ];
}

/** Sheets with captions, and posters as single files; the database that names the codes is part of each. */
export async function benchPrint(): Promise<Figure[]> {
  const [many, codes] = [10_000, 1_000];
  const [sheets, png, jpeg, pdf, svg] = await printsOf(codes, [
    SHEETS,
    ...['png', 'jpeg', 'pdf', 'svg'].map((type) => ({ ...POSTERS, type })),
  ]);
  const [manySheets] = await printsOf(many, [SHEETS]);
  const posters = { png, jpeg, pdf, svg };
  return [
    ...sheetFigures('PDF of 1,000 codes with captions on A4', sheets, { ms: '≤ 1500', mb: '≤ 150' }),
    ...sheetFigures('PDF of 10,000 codes with captions on A4', manySheets, {}),
    ...Object.entries(posters).flatMap(([type, run]): Figure[] => {
      if (!run) return [];
      const isDots = type === 'png' || type === 'jpeg';
      const name = `A5 posters as ${type.toUpperCase()}${isDots ? ' of 300 DPI' : ''}, 1,000 of them`;
      const value = codes / (run.madeMs / 1_000);
      return [{ name, value, unit: 'codes/s', detail: cpuOf(run), ...(isDots && { bound: '≥ 8' }) }];
    }),
  ];
}
