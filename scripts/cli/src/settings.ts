import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import { Ending } from './exit';

export type Settings = { url: string; key: string };

/** In the folder that the system has for settings of this person. */
const settingsFile = () => join(envPaths('suncode', { suffix: '' }).config, 'settings.json');

/** @throws Ending for what is no address of a server */
export function addressOf(text: string): string {
  try {
    const { protocol, origin, pathname } = new URL(text);
    if (protocol === 'https:' || protocol === 'http:') return (origin + pathname).replace(/\/+$/, '');
  } catch {
    // Said below.
  }
  throw new Ending('wrongUse', `"${text}" is no address of a server, such as https://codes.example.com`);
}

/** Nobody else on this machine may read the key. @returns where it is kept */
export function keepSettings(settings: Settings): string {
  const file = settingsFile();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  // Of a file that was there before, the mode stays as it was.
  chmodSync(file, 0o600);
  return file;
}

function kept(): Partial<Record<keyof Settings, unknown>> {
  try {
    return Object(JSON.parse(readFileSync(settingsFile(), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new Ending('wrongUse', `${settingsFile()} cannot be read. Run: suncode login`);
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * SUNCODE_URL and SUNCODE_API_KEY go before what `login` has kept. A key goes to no other server than the one that it was kept
 * for.
 * @throws Ending where nothing is known
 */
export function readSettings(): Settings {
  const { SUNCODE_URL, SUNCODE_API_KEY } = process.env;
  const own = text(SUNCODE_API_KEY) && text(SUNCODE_URL) ? {} : kept();
  const url = text(SUNCODE_URL) ?? text(own.url);
  const isElsewhere = text(SUNCODE_URL) !== undefined && addressOf(SUNCODE_URL ?? '') !== text(own.url);
  const key = text(SUNCODE_API_KEY) ?? (isElsewhere ? undefined : text(own.key));
  if (url && key) return { url: addressOf(url), key };
  throw new Ending(
    'wrongUse',
    'No server or no key is known. Run: suncode login, or set SUNCODE_URL and SUNCODE_API_KEY',
  );
}
