import { timeMs, type Figure } from './measure';
import { startServer, stopServer } from './processes';
import { ADMIN, untilHealthy } from './visitor';

const PORT = 3299;
const BASE = `http://127.0.0.1:${PORT}`;
/** Starts the finished build as `npm start` does. */
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
  await stopServer(server);
  return [{ name: 'start of a finished build until it serves', value: startMs, unit: 'ms', bound: '≤ 5000' }];
}
