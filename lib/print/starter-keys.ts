// Apart from the designs, so that a list that only names them does not load them.
export const STARTER_KEYS = [
  ...(['tableTent', 'sticker', 'roundSticker', 'doorSticker', 'poster', 'badge', 'nameCard'] as const),
  ...(['shelf', 'small', 'address', 'roll60x40', 'roll50x30', 'roll40x30', 'acceptance'] as const),
] as const;
export type StarterKey = (typeof STARTER_KEYS)[number];

/** A form: it stands on sheets alone. */
export const ACCEPTANCE = 'acceptance' satisfies StarterKey;
/** As large as the label or the paper that it is printed on. */
export const FILLING = 'filling';
export const DESIGN_KEYS = [...STARTER_KEYS, FILLING] as const;
export type DesignKey = (typeof DESIGN_KEYS)[number];
