import { isAwake, isTick, unheard, type Control, type Typed } from './controls';

function tick(control: HTMLInputElement, checked: boolean): void {
  const isKnown = control.checked === checked && control.defaultChecked === checked;
  // A radio button is given up by choosing another one.
  if (isKnown || (control.type === 'radio' && !checked)) return;
  control.checked = !checked;
  control.click();
}

/** React remembers what a field held when it last looked, and hears of a change only where that was something else. */
function forget(control: Control, value: string): void {
  if (!(control instanceof HTMLSelectElement)) Reflect.get(control, '_valueTracker')?.setValue(`${value}.`);
}

/** As keys and the mouse do it. */
function fill(control: Control, { value, checked }: Typed): void {
  if (isTick(control)) return tick(control, checked);
  // Past React's own setter, and only where a form has set it back: it moves the caret, and ends what is being composed.
  if (control.value !== value)
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value);
  forget(control, value);
  for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
}

let frame = 0;

/** Looks before each frame is drawn, so that nobody sees a field that has lost its text. */
export function fillAwake(): void {
  cancelAnimationFrame(frame);
  for (const [control, typed] of unheard) {
    if (control.isConnected && !isAwake(control)) continue;
    unheard.delete(control);
    // React answers this one at once, and finishes what it is in the midst of; none of ours listens.
    control.dispatchEvent(new Event('touchcancel', { bubbles: true }));
    fill(control, typed);
  }
  if (unheard.size > 0) frame = requestAnimationFrame(fillAwake);
}

/** Puts what somebody typed into a field, and says so, as soon as React hears it. */
export function fillWhenAwake(control: Control, typed: Typed): void {
  unheard.set(control, typed);
  fillAwake();
}
