import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, ROOT } from './doors';

const IGNORED = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
const TESTS = /\.(?:test|fixture)\.tsx?$/;
/** For who builds Suncode; the image has them and nothing that they need. */
const TOOLS = ['scripts/access-matrix.ts', 'scripts/pictures.ts'];

test('the image has no tests, and nothing in it needs them', () => {
  expect(IGNORED).toEqual(
    expect.arrayContaining([
      'bench',
      'e2e',
      'lib/testing',
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
