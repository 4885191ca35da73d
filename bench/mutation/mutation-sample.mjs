import { createHash } from 'node:crypto';

/** Between 0 and 1: the same for the same change of the same source on every machine. */
function lotOf({ fileName, mutatorName, replacement, location }) {
  const path = fileName.replaceAll('\\', '/').replace(/^.*\/lib\//, 'lib/');
  const change = JSON.stringify([path, mutatorName, replacement, location]);
  return createHash('sha256').update(change).digest().readUInt32BE() / 2 ** 32;
}

/**
 * A checker is the only way to leave single mutants out of Stryker's run: it calls those outside of the sample compile
 * errors, which count neither for nor against the tests. Read by Stryker's own processes, which load no TypeScript.
 */
const sample = {
  async init() {},
  /** One group: a call for each mutant would be thousands of messages between processes. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  },
  async check(mutants) {
    const share = Number(process.env.MUTATION_SHARE);
    const drawn = { status: 'passed' };
    const left = { status: 'compileError', reason: 'not in the sample' };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, lotOf(mutant) < share ? drawn : left]));
  },
};

/** A run takes half an hour: what no test notices is told as soon as it is known. */
class Told {
  onMutantTested({ status, fileName, location, replacement }) {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const { line, column } = location.start;
    console.log(
      `\n${fileName}:${line}:${column} ${status} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`,
    );
  }
}

export const strykerPlugins = [
  { kind: 'Checker', name: 'sample', value: sample },
  { kind: 'Reporter', name: 'told', injectableClass: Told },
];
