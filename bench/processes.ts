import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a script of ours needs beside `own`, so that tsx can run it in a process of its own. */
export function scriptEnv(own: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, TSX_TSCONFIG_PATH: 'scripts/tsconfig.json', ...own };
}

const scriptArgs = (script: string, args: string[]) => ['--import', 'tsx', script, ...args];

/** Runs a script to its end. @returns what it printed */
export function outputOf(script: string, args: string[], own: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, scriptArgs(script, args), {
    env: scriptEnv(own),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text(child.stdout);
}

/** What `npm start` runs, without npm between, which would end before the server does. */
export function startServer(own: Record<string, string>): ChildProcess {
  const args = scriptArgs('scripts/start.ts', []);
  return spawn(process.execPath, args, { env: scriptEnv(own), stdio: ['ignore', 'ignore', 'inherit'] });
}

export async function stopServer(
  server: ChildProcess,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
): Promise<void> {
  const closed = once(server, 'close');
  server.kill(signal);
  await closed;
}
