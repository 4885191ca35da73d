import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Smaller ones fit into one packet as they are. */
const MIN_BYTES = 1_000;

/**
 * Writes what browsers are sent of each script and style sheet beside it, `.br` and `.gz`: compressed once and as far as it goes, where
 * Next would compress at each request, and not with Brotli. Served by `lib/http/front/built-scripts.ts`.
 * @param folder of the finished build, `.next`
 */
export function compressScripts(folder: string): void {
  const chunks = join(folder, 'static', 'chunks');
  for (const name of readdirSync(chunks)) {
    if (!/\.(?:js|css)$/.test(name)) continue;
    const file = join(chunks, name);
    const bytes = readFileSync(file);
    if (bytes.byteLength < MIN_BYTES) continue;
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}
