/** The letters of SANDBOX, five wide and seven high: a server need not have a single font installed. */
const LETTERS: Record<string, readonly string[]> = {
  S: [' ### ', '#   #', '#    ', ' ### ', '    #', '#   #', ' ### '],
  A: [' ### ', '#   #', '#   #', '#####', '#   #', '#   #', '#   #'],
  N: ['#   #', '##  #', '# # #', '#  ##', '#   #', '#   #', '#   #'],
  D: ['#### ', '#   #', '#   #', '#   #', '#   #', '#   #', '#### '],
  B: ['#### ', '#   #', '#   #', '#### ', '#   #', '#   #', '#### '],
  O: [' ### ', '#   #', '#   #', '#   #', '#   #', '#   #', ' ### '],
  X: ['#   #', '#   #', ' # # ', '  #  ', ' # # ', '#   #', '#   #'],
};

const ADVANCE = 6;
const ROWS = 7;

export type WordBox = { centerX: number; centerY: number; width: number };

/** SVG path data of a word, centred in a box; letters without a drawing are left blank. */
export function wordPath(word: string, { centerX, centerY, width }: WordBox): string {
  const pixel = width / (word.length * ADVANCE - 1);
  const left = centerX - width / 2;
  const top = centerY - (ROWS * pixel) / 2;
  return [...word]
    .flatMap((letter, index) =>
      squares(LETTERS[letter] ?? []).map(({ column, row }) => ({ column: column + index * ADVANCE, row })),
    )
    .map(({ column, row }) => squarePath(left + column * pixel, top + row * pixel, pixel))
    .join('');
}

function squares(rows: readonly string[]): { column: number; row: number }[] {
  return rows.flatMap((cells, row) =>
    [...cells].flatMap((cell, column) => (cell === '#' ? [{ column, row }] : [])),
  );
}

/** A little larger than its cell, so that no hairline shows between two neighbours. */
function squarePath(x: number, y: number, size: number): string {
  const side = fixed(size * 1.04);
  return `M${fixed(x)} ${fixed(y)}h${side}v${side}h-${side}z`;
}

/** Short numbers keep the SVG small and its drawing fast. */
export function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
