export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type Typed = { value: string; checked: boolean };

export const CONTROLS = 'input, textarea, select';

export const isControl = (node: unknown): node is Control =>
  node instanceof Element && node.matches(CONTROLS);

export const isTick = (control: Control): control is HTMLInputElement =>
  /^(checkbox|radio)$/.test(control.type);

/** Whether React has drawn it, or taken it over from the server. */
export const isAwake = (control: Control) =>
  Object.keys(control).some((key) => key.startsWith('__reactProps'));

export const typedIn = (control: Control): Typed => ({
  value: control.value,
  checked: isTick(control) && control.checked,
});

/** What was typed into fields that slept, and React has to be told yet. */
export const unheard = new Map<Control, Typed>();
