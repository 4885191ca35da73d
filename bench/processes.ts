import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
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

type Log = 'inherit' | number;

function startScript(script: string, own: Record<string, string>, log: Log): ChildProcess {
  const stdio: StdioOptions = ['ignore', log === 'inherit' ? 'ignore' : log, log];
  return spawn(process.execPath, scriptArgs(script, []), { env: scriptEnv(own), stdio });
}

/**
 * What `npm start` runs, without npm between, which would end before the server does.
 * @param log where its errors go, or the file that takes all it prints
 */
export function startServer(own: Record<string, string>, log: Log = 'inherit'): ChildProcess {
  return startScript('scripts/start.ts', own, log);
}

/** The same of `npm run worker`. */
export function startWorker(own: Record<string, string>, log: Log = 'inherit'): ChildProcess {
  return startScript('scripts/worker.ts', own, log);
}

export async function stopServer(
  server: ChildProcess,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
): Promise<void> {
  const closed = once(server, 'close');
  server.kill(signal);
  await closed;
}
