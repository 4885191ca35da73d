import { useTranslations } from 'next-intl';
import type { DesignElement } from '@/lib/print/design';

/** Thinner than that a rectangle is a line. */
const LINE_MM = 1.5;

export function kindOf(element: DesignElement): 'code' | 'text' | 'picture' | 'box' | 'line' {
  if (element.kind !== 'box') return element.kind;
  return Math.min(element.width, element.height) < LINE_MM ? 'line' : 'box';
}

/** What an element is called in lists, and aloud. */
export function useElementName() {
  const t = useTranslations('designs.elements');
  return (element: DesignElement): string => {
    const text = element.kind === 'text' ? element.text : '';
    return t(kindOf(element), { text });
  };
}
