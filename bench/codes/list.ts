import { join } from 'node:path';
import { openDatabase } from '@/lib/db/opening/open';
import { createDatabase } from '@/lib/testing/create-database';
import { startPostgres } from '@/lib/testing/postgres';
import { seedManyCodes } from '@/prisma/seed/many-codes';
import { seedCast } from '@/prisma/seed/people-and-places';
import { timeMs, type Figure } from '../measure';
import { LISTED_PICTURE, measureLists } from './list-cases';

const SIZES = [1_000, 100_000, 1_000_000];
/** What the gallery asks for, on a new database with so many codes. */
async function benchSize(label: string, rows: number, database: { databaseUrl?: string; dataDir?: string }) {
  const opened = await openDatabase(database);
  try {
    const about = `${label}, ${rows.toLocaleString('en')} codes`;
    const cast = await seedCast();
    const many = { count: rows, cast, pictures: [LISTED_PICTURE], endsAt: new Date() };
    const seedMs = await timeMs(() => seedManyCodes(many, () => undefined));
    return [
      { name: `${about}: seeding`, value: seedMs, unit: 'ms' as const },
      ...(await measureLists(about, { cast, rows, bound: '≤ 100' })),
    ];
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
