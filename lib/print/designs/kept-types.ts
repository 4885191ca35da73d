import type { Design } from '@/lib/print/design';

export const DESIGN_NAME_MAX_CHARS = 40;
/** Kept for a team. */
export const DESIGNS_MAX = 200;
/** An empty piece, to begin with. */
export const BLANK = 'blank';

/** A design of the team. `stock`: what it is printed on first. */
export type KeptDesign = { id: string; name: string; stock: string; design: Design };
/** `canChange`: whoever reads the list may. `appNames`: the Mini Programs that it is kept to. */
export type ListedDesign = KeptDesign & { canChange: boolean; appNames: string[] };
