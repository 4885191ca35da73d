import type { Design, RowLogos } from '@/lib/print/design';
import { stemOf } from '@/lib/print/row-logos';
import { replaced } from './edit';

// What the editor does to the picture in the circle of a code; apart, since an editor that opens has no code chosen.

/** In the circle of a round code; null for WeChat's own again. */
export function withLogo(design: Design, at: number, logo: string | null): Design {
  const element = design.elements[at];
  if (element?.kind !== 'code') return design;
  const { logo: _before, logos: _ofRows, ...code } = element;
  return replaced(design, at, logo === null ? code : { ...code, logo });
}

/** In the same place one of each row. @param edit changes the list that there is, or an empty one */
export function withLogos(design: Design, at: number, edit: (now: RowLogos) => RowLogos): Design {
  const element = design.elements[at];
  if (element?.kind !== 'code') return design;
  const { logo: _before, logos = { column: '', files: [] }, ...code } = element;
  return replaced(design, at, { ...code, logos: edit(logos) });
}

/** One more for the rows; where there are none any more, it came too late. */
export function withLogoFile(design: Design, at: number, file: RowLogos['files'][number]): Design {
  const element = design.elements[at];
  if (element?.kind !== 'code' || !element.logos) return design;
  return withLogos(design, at, (now) => withFiles(now, [file]));
}

/** With those that are new; one of the same name takes the place of the one before. */
export function withFiles({ column, files }: RowLogos, added: RowLogos['files']): RowLogos {
  const all = new Map([...files, ...added].map((file) => [stemOf(file.name), file]));
  return { column, files: [...all.values()].toSorted((a, b) => a.name.localeCompare(b.name)) };
}
