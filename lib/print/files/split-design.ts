import type { DesignElement } from '@/lib/print/design';
import { frameOf, overlaps, quietFrame } from '@/lib/print/design-problems';
import type { ReadDesign } from '@/lib/print/place-piece';

const roomOf = (element: DesignElement) => (element.kind === 'code' ? quietFrame(element) : frameOf(element));

/** Whether it looks the same on all pieces. */
function isFixed(element: DesignElement, { texts }: ReadDesign): boolean {
  if (element.kind === 'text') return (texts.get(element) ?? []).every(({ kind }) => kind === 'text');
  return element.kind !== 'code';
}

/** What is the same on all pieces and can be drawn below everything that differs, and that. Together they are the design. */
export function splitDesign(read: ReadDesign): { ground: ReadDesign; rest: ReadDesign } {
  const [ground, rest]: [DesignElement[], DesignElement[]] = [[], []];
  for (const element of read.design.elements) {
    const isAbove = rest.some((other) => overlaps(roomOf(other), roomOf(element)));
    (isFixed(element, read) && !isAbove ? ground : rest).push(element);
  }
  const having = (elements: DesignElement[]) => ({ ...read, design: { ...read.design, elements } });
  return { ground: having(ground), rest: having(rest) };
}
