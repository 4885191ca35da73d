// What somebody types into a field before React is there, or before the code of its part has come. React takes what it finds
// in a field for what the server sent, so that it is no change to a form, and gone with its next drawing.

// Part of the first load of every page, so it is short; what it notes is dealt with in fill-when-awake.ts.

import { CONTROLS, isAwake, isControl, isTick, typedIn, unheard, type Control } from './controls';

/** Whether a field that sleeps holds something else than what was sent. */
function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return control.querySelector('option:checked:not([selected])') !== null;
  return isTick(control)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

function note(node: unknown): void {
  if (!isControl(node) || (isAwake(node) && !unheard.has(node))) return;
  unheard.set(node, typedIn(node));
  void import('./fill-when-awake').then(({ fillAwake }) => fillAwake());
}

/** Before anything of the page is awake. */
export function noteTyped(): void {
  for (const node of document.querySelectorAll<Control>(CONTROLS)) if (isChanged(node)) note(node);
  document.addEventListener('input', ({ target }) => note(target), true);
}
