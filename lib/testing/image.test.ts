import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALWAYS, IMAGE_ENTRIES, IMAGE_THREADS, READ_BY_PATH } from '@/scripts/build/image-files';
import { filesUnder, ROOT } from './doors/doors';

const IGNORED = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
const TESTS = /\.(?:test|fixture)\.tsx?$/;
/** For who builds Suncode; the image has them and nothing that they need. */
const TOOLS = ['access-matrix', 'api-client', 'create-fixture', 'pictures'].map(
  (name) => `scripts/${name}.ts`,
);
/** What names programs that run in a container, or are started as there. */
const RUNS = ['Dockerfile', 'compose.yaml', 'docs/deploy/compose-cluster.yaml'];
const PLACES = [
  ...RUNS,
  ...['suncode.service', 'suncode-worker.service'].map((name) => `docs/deploy/${name}`),
];
/** `npm run` of what is documented for those who run Suncode. */
const COMMANDS = ['start', 'worker', 'admin', 'backup', 'restore', 'seed'];
/** They run at the bench of who builds it. */
const OF_BUILDERS = ['scripts/build-once.ts', 'scripts/image.ts'];

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('the image has no tests, and nothing in it needs them', () => {
  expect(IGNORED).toEqual(
    expect.arrayContaining([
      'bench',
      'e2e',
      'lib/testing',
      'prisma/fixtures',
      '**/*.test.ts',
      '**/*.test.tsx',
      '**/*.fixture.ts',
    ]),
  );
  const files = ['app', 'components', 'lib', 'prisma', 'scripts'].flatMap((folder) =>
    filesUnder(folder, /\.tsx?$/).map((file) => `${folder}/${file}`),
  );
  const run = files.filter(
    (file) => !TESTS.test(file) && !/^lib\/(?:testing|db\/generated)\//.test(file) && !TOOLS.includes(file),
  );
  expect(run.length).toBeGreaterThan(500);
  const importsTests = /from '[^']*(?:\/testing\/|\.fixture|\/e2e\/|\/bench\/)[^']*'/;
  expect(run.filter((file) => importsTests.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

test('whatever a container is told to run is traced into the image', () => {
  const helm = filesUnder('docs/deploy/helm', /\.yaml$/).map((file) => `docs/deploy/helm/${file}`);
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  const texts = [...PLACES, ...helm].map(read).concat(COMMANDS.map((name) => scripts[name] ?? ''));
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:scripts|prisma)\/[\w-]+\.ts\b/g)].map(([file]) => file),
  );
  expect(new Set(named)).toContain('scripts/worker.ts');
  expect(new Set(named.filter((file) => !OF_BUILDERS.includes(file)))).toEqual(
    new Set(IMAGE_ENTRIES.filter((file) => named.includes(file))),
  );
  const run = read('Dockerfile').match(/node --run (\w+)/)?.[1];
  expect(COMMANDS).toContain(run);
});

test('what is loaded or read by a path that is put together while it runs is named for the image', () => {
  const sources = filesUnder('lib', /(?<!\.test)\.ts$/).filter(
    (file) => !/^(?:testing|db\/generated)\//.test(file),
  );
  const putTogether = sources.filter((file) => /process\.cwd\(\)|createRequire/.test(read(`lib/${file}`)));
  expect(putTogether.map((file) => `lib/${file}`).toSorted()).toEqual(Object.keys(READ_BY_PATH).toSorted());
  const threads = sources.filter((file) => /startThread\(ENTRY/.test(read(`lib/${file}`)));
  expect(threads).toHaveLength(IMAGE_THREADS.length);
  const files = [...IMAGE_ENTRIES, ...IMAGE_THREADS, ...ALWAYS, ...Object.values(READ_BY_PATH).flat()];
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
