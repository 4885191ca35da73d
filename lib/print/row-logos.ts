import type { CodeElement, Design, RowLogos } from './design';

// A picture of each row in the circle of its code.

/** Of one code of a design. More are no longer found in a list by eye. */
export const ROW_LOGOS_MAX = 500;
export const LOGO_COLUMN_MAX_CHARS = 500;

const ENDING = /\.(?:png|jpe?g|webp)$/;

/** As programs write file names: in any case, and with accents as letters of their own. */
const same = (name: string) => name.normalize('NFC').trim().toLowerCase();

/** What tells two files of a list apart: the same portrait as PNG and as JPEG is one. */
export const stemOf = (name: string) => same(name).replace(ENDING, '');

/** Ids of pictures by what a cell may call them: the name of the file, with its ending or without. */
export type LogoIndex = ReadonlyMap<string, string>;

export function indexLogos({ files }: RowLogos): LogoIndex {
  const byStem = files.map(({ name, picture }) => [stemOf(name), picture] as const);
  return new Map([...byStem, ...files.map(({ name, picture }) => [same(name), picture] as const)]);
}

export const hasRowLogos = ({ elements }: Pick<Design, 'elements'>) =>
  elements.some((element) => element.kind === 'code' && element.logos !== undefined);

type Read = { logos: ReadonlyMap<CodeElement, LogoIndex> };
type Columns = Readonly<Record<string, string>>;

/**
 * What stands in the circle of a code: the id of a picture, or null for WeChat’s logo.
 * @returns with `missing`: what its row calls a picture that there is not
 */
export function logoOf({ logos }: Read, element: CodeElement, columns: Columns) {
  const index = logos.get(element);
  if (!element.logos || !index) return { picture: element.logo ?? null, missing: null };
  const cell = (columns[element.logos.column] ?? '').trim();
  const picture = index.get(same(cell)) ?? null;
  return { picture, missing: picture === null && cell !== '' ? cell : null };
}
