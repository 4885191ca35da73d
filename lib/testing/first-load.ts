import { constants, gzipSync } from 'node:zlib';

const KB = 1_000;
/** As scripts/build/compress-scripts.ts leaves them. */
const AS_SENT = { level: constants.Z_BEST_COMPRESSION };

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
 * Compressed kB of those scripts.
 * @param load fetches one script by its path
 */
export async function firstLoadKb(
  html: string,
  load: (path: string) => Promise<Uint8Array>,
): Promise<number> {
  let bytes = 0;
  for (const path of firstLoadScripts(html)) bytes += gzipSync(await load(path), AS_SENT).byteLength;
  return bytes / KB;
}
