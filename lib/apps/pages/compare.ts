/** What one list of pages has more and less than another. */
export function comparePages(
  before: readonly string[],
  after: readonly string[],
): { added: string[]; removed: string[] } {
  const [old, now] = [new Set(before), new Set(after)];
  return {
    added: after.filter((page) => !old.has(page)),
    removed: before.filter((page) => !now.has(page)),
  };
}
