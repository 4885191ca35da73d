import { useRef, type PointerEvent } from 'react';
import type { Design, DesignElement } from '@/lib/print/design';
import { dragged, replaced, resized, type Corner } from '@/lib/print/designs/edit';
import type { History } from './use-history';

/** Where it began: what follows is measured from there, so that nothing is lost on the way. */
type Drag = {
  at: number;
  corner: Corner | null;
  element: DesignElement;
  design: Design;
  x: number;
  y: number;
  gesture: string;
};

/** Millimetres of the drawing that a point of the screen stands for. */
function toMm(svg: SVGSVGElement, { clientX, clientY }: { clientX: number; clientY: number }) {
  const matrix = svg.getScreenCTM();
  if (!matrix) return { x: 0, y: 0 };
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { x, y };
}

/** Elements are moved, and pulled larger at their corners, with whatever points: mouse, pen or finger. */
export function useDrag({ design, change, rest }: History) {
  const drag = useRef<Drag | null>(null);
  const start = (event: PointerEvent<SVGElement>, at: number, corner: Corner | null) => {
    const [svg, element] = [event.currentTarget.ownerSVGElement, design.elements[at]];
    if (!svg || !element || event.button !== 0) return;
    event.stopPropagation();
    svg.setPointerCapture(event.pointerId);
    const gesture = `drag ${event.timeStamp}`;
    drag.current = { at, corner, element, design, gesture, ...toMm(svg, event) };
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const begun = drag.current;
    if (!begun) return;
    const now = toMm(event.currentTarget, event);
    const by = { x: now.x - begun.x, y: now.y - begun.y };
    const { element, corner, at, gesture } = begun;
    const next = corner ? resized(element, corner, by) : dragged(begun.design, element, by);
    if (next.x !== element.x || next.y !== element.y || corner)
      change(replaced(begun.design, at, next), gesture);
  };
  const end = () => {
    drag.current = null;
    rest();
  };
  return { start, move, end };
}
