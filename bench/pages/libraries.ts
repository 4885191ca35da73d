import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eachMapping, FlattenMap } from '@jridgewell/trace-mapping';

const NAMED = 4;
const KB = 1_000;

/** `node_modules/@scope/name/…` is that package; of Next, React's renderer by itself; the rest is ours. */
function libraryOf(source: string | null): string {
  const inPackage = source && [...source.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1];
  if (inPackage === 'next') return /react-dom|scheduler/.test(source ?? '') ? 'react-dom' : 'next';
  return inPackage || 'own code';
}

/** Where each piece of a script comes from, by the source map that the build put beside it. */
function piecesOf(code: string, map: string): Map<string, number> {
  const lineStarts = [0];
  for (const line of code.split('\n')) lineStarts.push((lineStarts.at(-1) ?? 0) + line.length + 1);
  const marks: { at: number; library: string }[] = [];
  eachMapping(FlattenMap(map), ({ generatedLine, generatedColumn, source }) => {
    marks.push({ at: (lineStarts[generatedLine - 1] ?? 0) + generatedColumn, library: libraryOf(source) });
  });
  const characters = new Map<string, number>();
  for (const [index, { at, library }] of marks.entries()) {
    const until = marks[index + 1]?.at ?? code.length;
    characters.set(library, (characters.get(library) ?? 0) + until - at);
  }
  return characters;
}

/**
 * The largest parts of what a page loads at first: “react-dom 65 kB, next 45 kB …”. Compressed size is shared out by length.
 * @param paths of the scripts, below `/_next`
 */
export function largestLibraries(paths: string[]): string {
  const bytes = new Map<string, number>();
  for (const path of paths) {
    const file = join('.next', path.replace('/_next/', ''));
    const code = readFileSync(file, 'utf8');
    const map = /sourceMappingURL=(\S+)/.exec(code)?.[1];
    const pieces = map
      ? piecesOf(code, readFileSync(join(file, '..', map), 'utf8'))
      : new Map<string, number>();
    const share = gzipSync(code).byteLength / code.length;
    for (const [library, characters] of pieces)
      bytes.set(library, (bytes.get(library) ?? 0) + characters * share);
  }
  return [...bytes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, NAMED)
    .map(([library, size]) => `${library} ${Math.round(size / KB)}`)
    .join(', ');
}
