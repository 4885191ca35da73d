import { join } from 'node:path';
import { openDatabase } from '@/lib/db/open';
import { createDatabase } from '@/lib/testing/create-database';
import { startPostgres } from '@/lib/testing/postgres';
import { seedManyCodes } from '../prisma/seed/many-codes';
import { seedCast } from '../prisma/seed/people-and-places';
import { listCases } from './list-cases';
import { percentile, timeMs, timesMs, type Figure } from './measure';

const SIZES = [1_000, 100_000, 1_000_000];
const RUNS = 20;
const WARM_UP = 2;
/** The list names pictures and does not read them. */
const PICTURE = {
  endpoint: 'getwxacodeunlimit' as const,
  imageKey: 'bench',
  imageType: 'image/png',
  imageWidthPx: 430,
  imageHeightPx: 430,
  imageBytes: 1_000,
  imageSha256: 'bench',
};

/** What the gallery asks for, on a new database with so many codes. */
async function benchSize(label: string, rows: number, database: { databaseUrl?: string; dataDir?: string }) {
  const opened = await openDatabase(database);
  try {
    const about = `${label}, ${rows.toLocaleString('en')} codes`;
    const cast = await seedCast();
    const many = { count: rows, cast, pictures: [PICTURE], endsAt: new Date() };
    const seedMs = await timeMs(() => seedManyCodes(many, () => undefined));
    const figures: Figure[] = [{ name: `${about}: seeding`, value: seedMs, unit: 'ms' }];
    for (const { name, run } of await listCases(cast, rows)) {
      await timesMs(WARM_UP, run);
      const value = percentile(await timesMs(RUNS, run), 0.95);
      figures.push({ name: `${about}: ${name}, 95th percentile`, value, unit: 'ms', bound: '≤ 100' });
    }
    return figures;
  } finally {
    await opened.close();
  }
}

/** Pages, filters, searches and counts of the gallery as the number of codes grows, on both databases. */
export async function benchList(folder: string, sizes = SIZES): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const rows of sizes)
    figures.push(...(await benchSize('PGlite', rows, { dataDir: join(folder, `list-${rows}`) })));
  const server = await startPostgres();
  try {
    for (const rows of sizes)
      figures.push(
        ...(await benchSize('PostgreSQL', rows, {
          databaseUrl: await createDatabase(server.url, `list_${rows}`),
        })),
      );
  } finally {
    await server.stop();
  }
  return figures;
}
