import 'server-only';
import type { NameValues } from '@/lib/exports/names/name-template';
import type { ExportedCode } from '@/lib/exports/scope/record';
import { isSquare } from './logo';
import { placePiece, type Mark, type ReadDesign } from './place-piece';
import { logoOf } from './row-logos';
import { findLogo } from './vector/find-logo';

type Shown = { values: NameValues; picture: Uint8Array; code: Pick<ExportedCode, 'endpoint'> };

/**
 * Why a code is left out. `noCircle`: the design has a picture for the circle of a round code, which would cover what a phone
 * reads of this one; `noRowPicture`: its row names a picture that the design has not.
 */
export type LeftOut = 'noCircle' | 'noRowPicture';

/** What one piece shows around its code. */
export async function placeOnCode(
  read: ReadDesign,
  { values, picture, code }: Shown,
): Promise<Mark[] | LeftOut> {
  const isWanted = read.design.elements.some(
    (element) => element.kind === 'code' && logoOf(read, element, values.columns).picture !== null,
  );
  const place = isWanted && !isSquare(code) ? await findLogo(picture) : null;
  if (isWanted && !place) return 'noCircle';
  const { marks, problems } = placePiece(read, values, place);
  return problems.some(({ kind }) => kind === 'logoMissing') ? 'noRowPicture' : marks;
}
