import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '@/lib/testing/create-database';
import { startPostgres } from '@/lib/testing/postgres';
import type { Figure } from '../measure';
import { outputOf } from '../processes';
import type { PrintRun } from './print-run';

const MB = 1_000_000;
const SHEETS = { format: 'pdf', design: 'sticker', stock: 'a4' };
const POSTERS = { format: 'pieces', design: 'poster', stock: 'piece', bleed: 'yes', dpi: '300' };

/** What is printed in one process, and how often. */
type Print = { options: Record<string, string>; times: number };

/**
 * Prints of one set of codes, each kind in a process of its own.
 * @param databaseUrl of an empty database; '': each process embeds PGlite
 */
async function printsOf(codes: number, prints: Print[], databaseUrl: string): Promise<PrintRun[][]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'suncode-bench-print-'));
  const own = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  const inProcess = (args: string[]) => outputOf('bench/exports/print-run.ts', args, own);
  try {
    await inProcess(['fill', String(codes)]);
    const all: PrintRun[][] = [];
    for (const { options, times } of prints) {
      const runs: PrintRun[] = JSON.parse(
        await inProcess([String(new URLSearchParams(options)), `${times}`]),
      );
      all.push(runs);
    }
    return all;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** On a machine that does other things too, this is what it took. */
const cpuOf = ({ cpuMs }: PrintRun) => `${Math.round(cpuMs)} ms of a processor`;

type Sheets = {
  codes: number;
  database: 'PGlite' | 'PostgreSQL';
  times?: number;
  bounds?: { ms?: string; mb?: string };
};

/** Sheets with captions, several times in one process: the first print of many codes makes the next ones quicker. */
async function sheetFigures({ codes, database, times = 1, bounds = {} }: Sheets, databaseUrl: string) {
  const [runs = []] = await printsOf(codes, [{ options: SHEETS, times }], databaseUrl);
  return runs.flatMap((run, time): Figure[] => {
    const which = time === 0 ? '' : `, ${time + 1}. time`;
    const name = `PDF of ${codes.toLocaleString('en')} codes with captions on A4, ${database}${which}`;
    const { ms, mb } = bounds;
    const growth = (run.rssPeak - run.rssBefore) / MB;
    return [
      { name, value: run.madeMs, unit: 'ms', detail: cpuOf(run), ...(ms && { bound: ms }) },
      { name: `${name}, memory growth`, value: growth, unit: 'MB', ...(mb && { bound: mb }) },
      { name: `${name}, file`, value: run.sizeBytes / MB, unit: 'MB' },
    ];
  });
}

async function benchSheets(): Promise<Figure[]> {
  const bounds = { ms: '≤ 1500', mb: '≤ 150' };
  const few = { codes: 1_000, times: 3, bounds };
  const figures = await sheetFigures({ ...few, database: 'PGlite' }, '');
  const server = await startPostgres();
  try {
    // The database is a process of its own: memory is that of drawing, and must not grow with the number of codes.
    for (const sheets of [few, { codes: 10_000 }, { codes: 30_000 }]) {
      const databaseUrl = await createDatabase(server.url, `print_${sheets.codes}`);
      figures.push(...(await sheetFigures({ ...sheets, database: 'PostgreSQL' }, databaseUrl)));
    }
  } finally {
    await server.stop();
  }
  return figures;
}

async function benchPosters(): Promise<Figure[]> {
  const codes = 1_000;
  const types = ['png', 'jpeg', 'pdf', 'svg'];
  const prints = types.map((type) => ({ options: { ...POSTERS, type }, times: 1 }));
  const all = await printsOf(codes, prints, '');
  return types.flatMap((type, at): Figure[] => {
    const run = all[at]?.[0];
    if (!run) return [];
    const isDots = type === 'png' || type === 'jpeg';
    const name = `A5 posters as ${type.toUpperCase()}${isDots ? ' of 300 DPI' : ''}, 1,000 of them`;
    const value = codes / (run.madeMs / 1_000);
    return [{ name, value, unit: 'codes/s', detail: cpuOf(run), ...(isDots && { bound: '≥ 8' }) }];
  });
}

/** Sheets with captions, and posters as single files; the database that names the codes is part of each. */
export async function benchPrint(): Promise<Figure[]> {
  return [...(await benchSheets()), ...(await benchPosters())];
}
