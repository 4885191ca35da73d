/** The files that the archive itself adds; no picture and no folder is called so. */
export const MANIFEST_FILES = ['manifest.csv', 'manifest.json'] as const;

/**
 * Two paths with the same key are one file on some system: Windows and macOS do not tell case apart, macOS not the ways
 * to write an accent either. Upper case first, since it is what folds `ß` and `ſ`.
 */
function sameness(path: string): string {
  return path.toUpperCase().toLowerCase().normalize('NFD');
}

function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf('.');
  return `${path.slice(0, dot)} (${number})${path.slice(dot)}`;
}

/** Numbers files that would lie on top of an earlier one: `a.jpg`, `A (2).jpg`. Every path has an extension. */
export function uniquePaths(): (path: string) => string {
  const taken = new Set<string>(MANIFEST_FILES);
  // Where counting goes on for a name, so that thousands of one name are not counted from two each time.
  const counters = new Map<string, number>();
  return (path) => {
    const [folder = ''] = path.split('/', 1);
    const own = MANIFEST_FILES.some((file) => file === sameness(folder)) ? `_${path}` : path;
    const key = sameness(own);
    let number = counters.get(key) ?? 1;
    let candidate = own;
    while (taken.has(sameness(candidate))) candidate = numbered(own, (number += 1));
    if (number > 1) counters.set(key, number);
    taken.add(sameness(candidate));
    return candidate;
  };
}
