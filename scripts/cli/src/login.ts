import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Api } from './api';
import { Ending } from './exit';
import { addressOf, keepSettings } from './settings';
import { print } from './terminal';

/** From the terminal, or the whole of what is piped in: a key among the arguments would stand in the list of processes. */
async function askForKey(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).trim();
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const key = await terminal.question('API key (Settings → API keys): ');
  terminal.close();
  return key.trim();
}

/** Keeps server and key once the server has let the key in. */
export async function login(url: string, isJson: boolean, signal: AbortSignal): Promise<void> {
  const settings = { url: addressOf(url), key: process.env.SUNCODE_API_KEY || (await askForKey()) };
  if (settings.key === '') throw new Ending('wrongUse', 'No key was given.');
  const { items } = await new Api(settings, signal).ask<{ items: { name: string }[] }>('/mini-programs');
  const file = keepSettings(settings);
  const names = items.map(({ name }) => name);
  print(
    { url: settings.url, file, miniPrograms: names },
    () => [`${settings.url} · ${names.join(', ')}`, file],
    isJson,
  );
}
