// Each of these runs in the page and names the elements that break its rule (docs/design-system.md). They look at boxes
// and not at pixels: another font moves a word a little, and breaks none of them.

/** How far the page is wider than its window. */
export function excess(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`wider than its window by ${scrollWidth - clientWidth} px`] : [];
}

/** Controls that their own words do not fit into. */
export function overfull(): string[] {
  return [...document.querySelectorAll('main button, nav a')]
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map((control) => `too narrow for its words: ${control.textContent}`);
}

/** Texts that a box cuts off, and that no title says in whole. */
export function cutOff(): string[] {
  const isCut = (text: DOMRect, from: Element): boolean => {
    for (let box: Element | null = from; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (/auto|scroll/.test(overflowX + overflowY)) return false;
      const { left, right, bottom, width } = box.getBoundingClientRect();
      // For screen readers only.
      if (width <= 1) return false;
      if (overflowX !== 'visible' && (text.right > right + 1 || text.left < left - 1)) return true;
      if (overflowY !== 'visible' && text.bottom > bottom + 2) return true;
    }
    return false;
  };
  const found: string[] = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const from = text.parentElement;
    const words = text.textContent?.trim();
    if (!from?.checkVisibility() || !words || from.closest('[title], [aria-hidden=true]')) continue;
    range.selectNodeContents(text);
    if (isCut(range.getBoundingClientRect(), from)) found.push(`cut off: ${words}`);
  }
  return found;
}

/**
 * Controls of which a thumb has less than 44 px from top to bottom, whether by its box, its label or what reaches around
 * it; a border of it may take two of them. A link within a text has its line.
 */
export function smallTargets(): string[] {
  const [least, border, line] = [44, 2, 24];
  const controls =
    'a[href], button, input, select, textarea, summary, [role=button], [role=checkbox], [role=radio], [role=option]';
  // The link that skips the menu shows itself to keyboards only.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const reachOf = (control: Element): number => {
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, width, top, height } = control.getBoundingClientRect();
    const labels =
      control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [control.closest('label')];
    const isOfIt = (y: number) => {
      const hit = document.elementFromPoint(left + width / 2, y);
      return hit !== null && [control, ...labels].some((one) => one?.contains(hit));
    };
    const middle = top + height / 2;
    let [first, last] = [middle, middle];
    while (last - middle < least && isOfIt(last + 1)) last += 1;
    while (middle - first < least && isOfIt(first - 1)) first -= 1;
    return last - first + 1;
  };
  const isPressed = (control: Element) => {
    const { width, height, bottom } = control.getBoundingClientRect();
    // The link that skips the menu waits above the window.
    const isThere = width > 1 && height > 1 && bottom > -window.scrollY;
    return (
      isThere &&
      control.checkVisibility() &&
      !control.matches(':disabled, [aria-disabled=true], [aria-hidden=true]')
    );
  };
  const found = [...document.querySelectorAll(controls)].filter(isPressed).flatMap((control) => {
    const { display, lineHeight } = getComputedStyle(control);
    const isInText = display === 'inline';
    const size = isInText ? parseFloat(lineHeight) : reachOf(control);
    if (size >= (isInText ? line : least - border)) return [];
    return [`${Math.round(size)} px high: ${control.textContent || control.outerHTML}`];
  });
  window.scrollTo(0, 0);
  return found;
}

/**
 * Tab stops that look the same with the keyboard on them as without. The Tab key was pressed before, so that the browser
 * takes every focus for one of the keyboard.
 */
export function withoutRing(): string[] {
  const parts = [null, '::before', '::after'];
  const lookOf = (element: Element) =>
    parts.map((part) => {
      const { outline, boxShadow } = getComputedStyle(element, part);
      return outline + boxShadow;
    });
  const around = (stop: Element): Element[] => {
    const above: Element[] = [];
    for (let box = stop.parentElement; box && above.length < 4; box = box.parentElement) above.push(box);
    return [stop, ...above, ...stop.children];
  };
  const leave = () => document.activeElement instanceof HTMLElement && document.activeElement.blur();
  const found: string[] = [];
  for (const stop of document.querySelectorAll('*')) {
    if (!(stop instanceof HTMLElement) || stop.tabIndex < 0 || !stop.checkVisibility()) continue;
    leave();
    const near = around(stop);
    const before = near.flatMap(lookOf).join();
    stop.focus();
    const isStop = document.activeElement === stop && !stop.matches('[aria-hidden=true]');
    if (isStop && near.flatMap(lookOf).join() === before)
      found.push(`no ring: ${stop.ariaLabel ?? stop.outerHTML}`);
  }
  leave();
  window.scrollTo(0, 0);
  return found;
}

/**
 * What stays white at night, apart from a code's picture, the edge that a scanner needs around it, and the light behind one
 * that is transparent.
 */
export function whiteAreas(): string[] {
  const least = 48;
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, boolean>();
  const isWhite = (color: string) => {
    if (!pen) return false;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    return alpha > 200 && Math.min(red, green, blue) > 215;
  };
  const areaOf = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return Math.min(width, height) < least || !element.checkVisibility() ? 0 : width * height;
  };
  return [
    ...document.querySelectorAll('body *:not(img, svg, svg *, .checkerboard, button, a, label)'),
  ].flatMap((element) => {
    const { backgroundColor: color } = getComputedStyle(element);
    if (!known.has(color)) known.set(color, isWhite(color));
    if (known.get(color) !== true || areaOf(element) === 0) return [];
    const pictures = [...element.querySelectorAll('img, svg')].map(areaOf);
    return Math.max(0, ...pictures) >= areaOf(element) * 0.85 ? [] : [`white: ${element.outerHTML}`];
  });
}
