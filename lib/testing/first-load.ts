import { gzipSync } from 'node:zlib';

const KB = 1_000;

/**
 * Compressed kB of every script that a page's own HTML names: what a first visit loads before anything is clicked.
 * The polyfills are left out, which are marked `noModule` and which no current browser loads.
 * @param load fetches one script by its path
 */
export async function firstLoadKb(
  html: string,
  load: (path: string) => Promise<Uint8Array>,
): Promise<number> {
  const old = new Set([...html.matchAll(/<script src="([^"]+)"[^>]*noModule/gi)].map(([, path]) => path));
  const named = new Set(html.match(/\/_next\/static\/chunks\/[^"\\]+?\.js/g) ?? []);
  let bytes = 0;
  for (const path of named) if (!old.has(path)) bytes += gzipSync(await load(path)).byteLength;
  return bytes / KB;
}
