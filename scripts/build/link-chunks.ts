import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Next writes one and the same chunk once for each route that begins with it, 18 times 1.8 MB. The later ones become a line
 * that asks for the first, so that a server loads it once.
 * @param folder of the finished build, `.next`
 */
export function linkSameChunks(folder: string): void {
  const chunks = join(folder, 'server', 'chunks');
  const known = new Map<string, string>();
  for (const name of readdirSync(chunks, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!name.endsWith('.js')) continue;
    const file = join(chunks, name);
    const code = readFileSync(file);
    const hash = createHash('sha256').update(code).digest('hex');
    const same = known.get(hash);
    if (same) writeFileSync(file, `module.exports = require(${JSON.stringify(pathTo(same, file))});\n`);
    else known.set(hash, file);
  }
}

function pathTo(file: string, from: string): string {
  return `./${relative(dirname(from), file).replaceAll('\\', '/')}`;
}
