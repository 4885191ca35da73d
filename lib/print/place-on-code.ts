import 'server-only';
import type { NameValues } from '@/lib/exports/names/name-template';
import type { ExportedCode } from '@/lib/exports/scope/records';
import { hasLogo, isSquare } from './logo';
import { placePiece, type Mark, type ReadDesign } from './place-piece';
import { findLogo } from './vector/find-logo';

type Shown = { values: NameValues; picture: Uint8Array; code: Pick<ExportedCode, 'endpoint'> };

/**
 * What one piece shows around its code.
 * @returns null where the design has a picture for the circle of a code that has none: it would cover what a phone reads
 */
export async function placeOnCode(
  read: ReadDesign,
  { values, picture, code }: Shown,
): Promise<Mark[] | null> {
  if (!hasLogo(read.design)) return placePiece(read, values).marks;
  const place = isSquare(code) ? null : await findLogo(picture);
  return place && placePiece(read, values, place).marks;
}
