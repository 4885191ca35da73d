import { parseText } from '@/lib/exports/names/name-template';
import type { Design, DesignElement } from './design';
import { designColumns } from './design-problems';
import type { PrintSample } from './print-types';

/** Braces that say nothing yet are shown as they were typed. */
function shown(element: DesignElement, columns: readonly string[]): DesignElement {
  if (element.kind !== 'text' || parseText(element.text, columns).parts) return element;
  return { ...element, text: element.text.replace(/[{}]/g, '$&$&') };
}

function firstFiles({ elements }: Design): Record<string, string> {
  return Object.fromEntries(
    elements.flatMap((element) =>
      element.kind === 'code' && element.logos
        ? [[element.logos.column, element.logos.files[0]?.name ?? '']]
        : [],
    ),
  );
}

/**
 * A design to look at while it is made, or apart from any table: a column that the sample has not is shown by its name, or
 * names the first picture of a list.
 */
export function previewOf(design: Design, sample: PrintSample): { design: Design; sample: PrintSample } {
  const named = Object.fromEntries(designColumns(design).map((column) => [column, column]));
  const columns = { ...named, ...firstFiles(design), ...sample.values.columns };
  const elements = design.elements.map((element) => shown(element, Object.keys(columns)));
  return { design: { ...design, elements }, sample: { ...sample, values: { ...sample.values, columns } } };
}
