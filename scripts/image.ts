import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { nodeFileTrace } from '@vercel/nft';
import ts from 'typescript';
import {
  ALWAYS,
  BUILD_LEFT_OUT,
  IMAGE_ENTRIES,
  IMAGE_THREADS,
  NEVER_RUN,
  READ_BY_PATH,
} from './build/image-files';

// `tsx scripts/image.ts <folder>`: copies what Suncode runs of, and nothing else, out of a checkout that is built. All that is
// installed would be 1.2 GB. For the machine that it runs on: packages with binaries have come as npm chose them.
const [, , target = ''] = process.argv;
if (target === '') throw new Error('Usage: tsx scripts/image.ts <folder>');
const root = process.cwd();

/** nft reads JavaScript. Of threads tsx makes CommonJS, packages included. */
function readAs(module: ts.ModuleKind, files: RegExp): (path: string) => Promise<Buffer | string | null> {
  return async (path) => {
    const source = await readFile(path).catch(() => null);
    if (source === null || path.endsWith('.d.ts') || !files.test(path)) return source;
    return ts.transpile(source.toString(), {
      module,
      target: ts.ScriptTarget.ES2023,
      jsx: ts.JsxEmit.ReactJSX,
    });
  };
}

async function traced(entries: string[], read: ReturnType<typeof readAs>): Promise<string[]> {
  const { fileList } = await nodeFileTrace(entries, {
    base: root,
    processCwd: root,
    readFile: read,
    paths: { '@/': `${root}/`, 'server-only': join(root, 'scripts/server-only.ts') },
    ignore: (path) => NEVER_RUN.test(path),
  });
  return [...fileList];
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));

/** The packages that Next found in the bundles of its pages. What else it names is in the bundles, or traced above. */
function namedByBuild(build: string[]): string[] {
  return build
    .filter((file) => file.endsWith('.nft.json'))
    .flatMap((file) => {
      const { files }: { files: string[] } = JSON.parse(readFileSync(file, 'utf8'));
      return files.map((name) => relative(root, join(root, dirname(file), name)));
    })
    .filter((file) => file.startsWith('node_modules/') && !NEVER_RUN.test(file));
}

/** What a licence asks of those who pass a package on. */
function licencesOf(files: Iterable<string>): string[] {
  const packages = new Set<string>();
  for (const file of files) {
    const [found] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? [];
    if (found && !found.startsWith('.next')) packages.add(found);
  }
  return [...packages].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^(?:licen[cs]e|notice|copying|package\.json)/i.test(name))
      .map((name) => join(folder, name))
      .filter((file) => lstatSync(file).isFile()),
  );
}

/** Links stay links: the build reaches its packages by them. */
function copy(file: string): void {
  const to = join(target, file);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(file, to, { verbatimSymlinks: true, recursive: true });
}

if (existsSync(target)) rmSync(target, { recursive: true });
const build = filesBelow('.next');
const files = new Set([
  ...(await traced(IMAGE_ENTRIES, readAs(ts.ModuleKind.ESNext, /\.tsx?$/))),
  ...(await traced(IMAGE_THREADS, readAs(ts.ModuleKind.CommonJS, /\.(?:tsx?|mjs|js)$/))),
  ...namedByBuild(build),
  ...build.filter((file) => !BUILD_LEFT_OUT.test(file)),
  ...Object.values(READ_BY_PATH).flat(),
  ...ALWAYS,
  'node_modules/.bin/tsx',
]);
for (const file of [...files, ...licencesOf(files)]) copy(file);
