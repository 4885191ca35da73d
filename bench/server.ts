import { firstLoadKb, firstLoadScripts } from '@/lib/testing/first-load';
import { largestLibraries } from './libraries';
import { timeMs, type Figure } from './measure';
import { startServer, stopServer } from './processes';
import { ADMIN, untilHealthy, Visitor } from './visitor';

const PORT = 3299;
const BASE = `http://127.0.0.1:${PORT}`;
const PAGES = [
  ...['/sign-in', '/', '/codes', '/codes?view=table', '/codes/new', '/batches', '/batches/new'],
  ...['/exports', '/exports/new?app=all', '/quota', '/settings/apps', '/settings/account'],
];

async function weigh(visitor: Visitor, path: string): Promise<Figure> {
  const html = await (await visitor.fetch(path)).text();
  const value = await firstLoadKb(
    html,
    async (script) => new Uint8Array(await (await visitor.fetch(script)).arrayBuffer()),
  );
  return {
    name: `first-load JavaScript of ${path}`,
    value,
    unit: 'kB',
    bound: '≤ 200',
    detail: largestLibraries(firstLoadScripts(html)),
  };
}

/** Starts the finished build as `npm start` does, and weighs what each page loads. */
export async function benchServer(dataDir: string): Promise<Figure[]> {
  const env = {
    PORT: String(PORT),
    DATA_DIR: dataDir,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  };
  let server = startServer(env);
  await untilHealthy(BASE); // builds when this source has no build yet, and makes the database
  await stopServer(server);
  const startMs = await timeMs(async () => {
    server = startServer(env);
    await untilHealthy(BASE);
  });
  try {
    const figures: Figure[] = [
      { name: 'start of a finished build until it serves', value: startMs, unit: 'ms', bound: '≤ 5000' },
    ];
    const visitor = new Visitor(BASE);
    for (const path of PAGES) {
      if (path === '/') await visitor.signIn();
      figures.push(await weigh(visitor, path));
    }
    return figures;
  } finally {
    await stopServer(server);
  }
}
