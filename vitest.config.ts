import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('.', import.meta.url));
const resolve = { alias: { '@': root, 'server-only': `${root}scripts/server-only.ts` } };
// Of `npm run mutation`, which runs some tests over and over, in threads.
const mutated = process.env.MUTATION_TESTS?.split(',');
const leftOut = process.env.MUTATION_WITHOUT?.split(',').map((name) => `lib/${name}`);
const tests = (ending: string) => (mutated ?? ['**/*']).map((name) => `lib/${name}.${ending}`);
// Files share a process and what it has loaded of node_modules (see lib/testing/environment.ts); this one alone is made
// anew with our modules, since it holds the one engine that `lib/db/migrate/migrate.ts` has given it.
const server = { deps: { inline: [/schema-engine-wasm/] } };
// A busy machine is no fault.
const testTimeout = 60_000;
const setupFiles = ['lib/testing/environment.ts', 'lib/testing/console-guard.ts'];

/** They wait for locks and leases to run out, of which their size tells nothing: begun last, they alone would be waited for. */
const WAITING =
  /lib\/(db\/opening\/(lock|starts-together)\.db|batches\/run\/kill(-live)?\.db|batches\/table\/read-apart)\.test\.ts$/;

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId }: TestSpecification) => WAITING.test(moduleId);
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

export default defineConfig({
  resolve,
  test: {
    sequence: { sequencer: WaitingFirst },
    // One more than there are cores: tests of leases, locks and killed processes wait for a seventh of the time.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          isolate: false,
          server,
          testTimeout,
          include: [...tests('test.ts'), ...(mutated ? [] : ['components/**/*.test.ts'])],
          exclude: ['lib/**/*.db.test.ts'],
          setupFiles,
        },
      },
      {
        resolve,
        test: {
          name: 'ui',
          isolate: false,
          server,
          testTimeout,
          include: ['components/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles,
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          isolate: false,
          server,
          include: [...tests('db.test.ts'), ...(mutated ? [] : ['scripts/**/*.db.test.ts'])],
          // Not empty otherwise: that would outweigh `--exclude`, by which `npm test` leaves files to the other database.
          ...(leftOut && { exclude: leftOut }),
          setupFiles: [...setupFiles, 'lib/testing/impatience.ts'],
          globalSetup: ['lib/testing/database-server.ts'],
          testTimeout,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
