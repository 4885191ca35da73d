import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { SeenCall } from './bulk-upstream';
import { scriptEnv } from './processes';

/** What WeChat took in a measurement of ours (contract §6). */
const LATENCY_MS = 626;

export type PacedUpstream = { url: string; seen: () => Promise<SeenCall[]>; close: () => void };

async function reply<T>(child: ChildProcess): Promise<T | undefined> {
  const [message]: T[] = await once(child, 'message');
  return message;
}

/** A stand-in with WeChat's own pace, in a process of its own. */
export async function startPacedUpstream(): Promise<PacedUpstream> {
  const options = { env: scriptEnv(), execArgv: ['--import', 'tsx'] };
  const child = fork('bench/bulk-upstream.ts', [String(LATENCY_MS)], options);
  const url = (await reply<string>(child)) ?? '';
  const seen = async () => {
    const answer = reply<SeenCall[]>(child);
    child.send('seen');
    return (await answer) ?? [];
  };
  return { url, seen, close: () => child.disconnect() };
}
