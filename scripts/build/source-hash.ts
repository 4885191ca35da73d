import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of. Tests, scripts and documents are not. */
const FOLDERS = ['app', 'components', 'lib', 'public', 'prisma'];
const FILES = [
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'next.config.js',
  'postcss.config.js',
  'prisma.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'scripts/build/compile-hints.ts',
  'scripts/build/compress-scripts.ts',
];
const LEFT_OUT = /\.test\.tsx?$|^lib[\\/]db[\\/]generated|^lib[\\/]testing|^prisma[\\/]fixtures/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !LEFT_OUT.test(path));
}

/** SHA-256 over every file that goes into a build, so that a start knows whether the build is of this source. */
export function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of [...FOLDERS.flatMap(filesBelow), ...FILES].sort()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
