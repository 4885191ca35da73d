// Apart from the schemas, so that a screen that only names them does not load a validator.

/** How somebody scanned, in the order in which it is shown. */
export const SCAN_KINDS = ['camera', 'press', 'album', 'other'] as const;
export type ScanKind = (typeof SCAN_KINDS)[number];

/** WeChat's scan scenes: 1011–1013 of a square code, 1047–1049 of a round one. `other` is whatever else was reported. */
const SCENES: Record<ScanKind, readonly number[]> = {
  camera: [1047, 1011],
  press: [1048, 1012],
  album: [1049, 1013],
  other: [0],
};

export const SCAN_SCENES: readonly number[] = SCAN_KINDS.flatMap((kind) => SCENES[kind]);

export const scenesOf = (kind: ScanKind): readonly number[] => SCENES[kind];

export const kindOf = (scene: number): ScanKind =>
  SCAN_KINDS.find((kind) => SCENES[kind].includes(scene)) ?? 'other';
