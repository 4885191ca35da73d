/** Of one step of the sweeper: deleting more at once would hold up everybody on the embedded database. */
export const STEP_ROWS = 2_000;
/** Of one sweep, which comes every quarter of a minute; the other chores wait for it. */
const SWEEP_STEPS = 10;

/**
 * Each step is a statement of its own, so that whoever works meanwhile comes in between.
 * @param step removes STEP_ROWS rows at most, and says how many
 * @returns how many rows went
 */
export async function removeInSteps(step: () => Promise<number>): Promise<number> {
  let removed = 0;
  for (let steps = 0; steps < SWEEP_STEPS; steps += 1) {
    const count = await step();
    removed += count;
    if (count < STEP_ROWS) break;
  }
  return removed;
}
