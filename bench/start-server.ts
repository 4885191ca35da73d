import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What `npm start` runs, without npm between, which would end before the server does. */
export function startServer(env: NodeJS.ProcessEnv): ChildProcess {
  const args = ['--import', 'tsx', 'scripts/start.ts'];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

export async function stopServer(
  server: ChildProcess,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
): Promise<void> {
  const closed = once(server, 'close');
  server.kill(signal);
  await closed;
}
