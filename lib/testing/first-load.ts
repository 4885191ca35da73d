import { gzipSync } from 'node:zlib';

const KB = 1_000;

/**
 * The scripts that a page's own HTML names: what a first visit loads before anything is clicked, as paths below `/_next`.
 * The polyfills are left out, which are marked `noModule` and which no current browser loads.
 */
export function firstLoadScripts(html: string): string[] {
  const old = new Set([...html.matchAll(/<script src="([^"]+)"[^>]*noModule/gi)].map(([, path]) => path));
  const named = new Set(html.match(/\/_next\/static\/chunks\/[^"\\]+?\.js/g) ?? []);
  return [...named].filter((path) => !old.has(path));
}

/**
 * Kilobytes of those scripts as gzip leaves them by default: more than is sent (scripts/build/compress-scripts.ts).
 * @param load fetches one script by its path
 */
export async function firstLoadKb(
  html: string,
  load: (path: string) => Promise<Uint8Array>,
): Promise<number> {
  let bytes = 0;
  for (const path of firstLoadScripts(html)) bytes += gzipSync(await load(path)).byteLength;
  return bytes / KB;
}
