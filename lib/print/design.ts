// What stands around a code. All lengths are millimetres from the upper left corner of the finished piece, sizes of type
// are points, colours are #rrggbb.

export type BoxElement = {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  /** Radius of its corners; half of the side makes a circle. */
  radius: number;
  /** Or NO_FILL. */
  fill: string;
  /** How thick its outline is, inside of its edge; none where nothing is said. */
  border?: number | undefined;
  borderColor?: string | undefined;
};

export const NO_FILL = 'none';

/** The picture fills the square; around it stay `quiet` millimetres of `backdrop`. */
export type CodeElement = {
  kind: 'code';
  x: number;
  y: number;
  size: number;
  quiet: number;
  backdrop: string;
  /** The id of a `PrintPicture` that stands in the circle of a round code, over WeChat's logo. */
  logo?: string | undefined;
  /** In the same place, but of each row its own; then there is no `logo`. */
  logos?: RowLogos | undefined;
};

/** A cell of `column` is the name of one of the files; `picture` is the id of a `PrintPicture`. */
export type RowLogos = { column: string; files: { name: string; picture: string }[] };

/** Set as large as `sizePt`, smaller until it fits, and never smaller than `minPt`. In the middle of its height. */
export type TextElement = {
  kind: 'text';
  x: number;
  y: number;
  width: number;
  height: number;
  /** With tokens: `{name}`, `{row:000}`, `{col:店铺}` (lib/exports/names/name-template.ts). */
  text: string;
  sizePt: number;
  minPt: number;
  lines: number;
  bold: boolean;
  color: string;
  align: 'left' | 'center' | 'right';
};

/** A picture that the team has added. `cover`: it fills its frame, and what is beyond is cut; `contain`: all of it is seen. */
export type PictureElement = {
  kind: 'picture';
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  /** The id of a `PrintPicture`. */
  picture: string;
  fit: 'cover' | 'contain';
};

export type DesignElement = BoxElement | CodeElement | TextElement | PictureElement;

export type Design = {
  /** Of those that come with the product; of one of the team its id. */
  key: string;
  /** As the team called it then. */
  name?: string | undefined;
  width: number;
  height: number;
  /** How far the ground goes beyond the edge, for the cut. */
  bleed: number;
  /** Of the finished piece; half of the side for a round one. */
  radius: number;
  ground: string;
  /** Stands at the top of every sheet, beside what was printed. */
  head?: string | undefined;
  elements: DesignElement[];
};
