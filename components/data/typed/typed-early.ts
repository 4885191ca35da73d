// What somebody types into a field before React is there, or before the code of its part has come. React takes what it finds
// in a field for what the server sent, so that it is no change to a form, and gone with its next drawing.

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type Typed = { value: string; checked: boolean };

// Part of the first load of every page, so it is short; what it notes is dealt with in fill-when-awake.ts.

const CONTROLS = 'input, textarea, select';

export const isControl = (node: unknown): node is Control =>
  node instanceof Element && node.matches(CONTROLS);

export const isTick = (control: Control): control is HTMLInputElement =>
  /^(checkbox|radio)$/.test(control.type);

/** Whether React has drawn it, or taken it over from the server. */
export const isAwake = (control: Control) =>
  Object.keys(control).some((key) => key.startsWith('__reactProps'));

/** Whether a field that sleeps holds something else than what was sent. */
function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return control.querySelector('option:checked:not([selected])') !== null;
  return isTick(control)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

export const typedIn = (control: Control): Typed => ({
  value: control.value,
  checked: isTick(control) && control.checked,
});

/** What React has to be told yet. */
export const unheard = new Map<Control, Typed>();

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
