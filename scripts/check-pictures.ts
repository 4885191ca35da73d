import { findStrays, lookAtPictures, removeStrays, type BrokenPicture } from '@/lib/codes/picture/check';
import { fetchAgain, type Repaired } from '@/lib/codes/picture/repair';

// `npm run admin -- check`: whether every code has its picture, and every picture its code.

const LISTED_MAX = 20;
const SAY_EVERY = 10_000;

/** The first of many, each in a line of its own; how many there are stands at the end. */
function lister(): (line: string) => void {
  let listed = 0;
  return (line) => {
    listed += 1;
    if (listed <= LISTED_MAX) console.log(`  ${line}`);
    if (listed === LISTED_MAX + 1) console.log('  …');
  };
}

function progress(what: string): (count: number) => void {
  let saidAt = 0;
  return (count) => {
    if (count - saidAt < SAY_EVERY) return;
    saidAt = count;
    console.error(`${count} ${what} looked at…`);
  };
}

const becameOf = (repaired: Repaired): string => {
  if (repaired.kind === 'fetched') return 'fetched again, for nothing';
  if (repaired.kind === 'wouldCost') return 'not fetched again: it would cost quota';
  return `could not be fetched again: ${repaired.reason}`;
};

async function checkCodes(isRepairing: boolean): Promise<number> {
  const [say, list] = [progress('codes'), lister()];
  let [codes, broken, fetched] = [0, 0, 0];
  const one = async (code: BrokenPicture) => {
    const repaired = isRepairing ? await fetchAgain(code) : null;
    if (repaired?.kind === 'fetched') fetched += 1;
    list(`${code.id} ${code.name}: ${code.state}${repaired ? `, ${becameOf(repaired)}` : ''}`);
  };
  for await (const looked of lookAtPictures()) {
    for (const code of looked.broken) await one(code);
    codes += looked.codes;
    broken += looked.broken.length;
    say(codes);
  }
  console.log(
    `${codes} codes have a picture; ${broken} of these are missing or damaged, ${fetched} were fetched again.`,
  );
  return broken - fetched;
}

async function checkStore(isRepairing: boolean): Promise<number> {
  const [say, list] = [progress('pictures'), lister()];
  let [looked, stray] = [0, 0];
  for await (const found of findStrays()) {
    found.keys.forEach(list);
    if (isRepairing) await removeStrays(found.keys);
    looked += found.looked;
    stray += found.keys.length;
    say(looked);
  }
  console.log(
    `${looked} pictures are in the storage; ${stray} older than a day belong to no code${isRepairing && stray > 0 ? ' and were removed' : ''}.`,
  );
  return isRepairing ? 0 : stray;
}

/** @returns whether all is well now */
export async function checkPictures(isRepairing: boolean): Promise<boolean> {
  const left = (await checkCodes(isRepairing)) + (await checkStore(isRepairing));
  if (left > 0 && !isRepairing) console.log('`npm run admin -- check --repair` mends what costs nothing.');
  return left === 0;
}
