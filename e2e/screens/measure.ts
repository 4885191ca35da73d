import type { Page } from '@playwright/test';

/** What is wrong on a page as it is drawn now: a list for each rule of docs/design-system.md, empty where it is kept. */
export type Faults = Record<
  'heading' | 'column' | 'frame' | 'sideways' | 'cut' | 'fingers' | 'order' | 'light',
  string[]
>;

/**
 * Measures boxes and computed styles, no pixels: the rules are the same on every machine, whatever its fonts. Runs in the
 * page, so everything that it needs stands in it.
 */
export function faultsOf(page: Page): Promise<Faults> {
  return page.evaluate(() => {
    const STEP_PX = 4;
    const FINGER_PX = 44;
    const isPhone = innerWidth < 640;
    const isWide = innerWidth >= 1024;
    const gutter = isWide ? 40 : isPhone ? 16 : 24;
    const main = document.querySelector('main') ?? document.body;

    const boxOf = (element: Element) => element.getBoundingClientRect();
    const styleOf = (element: Element, pseudo?: string) => getComputedStyle(element, pseudo);
    const isShown = (element: Element) => {
      const { width, height } = boxOf(element);
      if (width <= 1 || height <= 1) return false;
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const nameOf = (element: Element) => {
      const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const { width, height } = boxOf(element);
      const slot = element.getAttribute('data-slot');
      return `<${element.localName}${slot ? ` ${slot}` : ''}> ${text.trim().slice(0, 40)} (${Math.round(width)}×${Math.round(height)})`;
    };
    const shown = (selector: string, root: ParentNode = document) =>
      [...root.querySelectorAll(selector)].filter(isShown);
    const isNear = (a: number, b: number) => Math.abs(a - b) < 1;

    /** One h1, where every page has it. */
    const heading = () => {
      const [h1, ...more] = shown('h1');
      if (!h1 || more.length > 0) return [`${more.length + (h1 ? 1 : 0)} h1 on the page`];
      const size = isWide ? 22 : 20;
      const { fontSize, lineHeight } = styleOf(h1);
      if (!isNear(parseFloat(fontSize), size) || lineHeight !== '32px')
        return [`${nameOf(h1)} is set in ${fontSize} on ${lineHeight}, not ${size}px on 32px`];
      return [];
    };

    /** One width for all content, and the header of the page at its top. */
    const column = () => {
      const area = boxOf(main.parentElement ?? main);
      const width = Math.min(area.width, 1152) - 2 * gutter;
      const left = area.left + (area.width - width) / 2;
      const header = main.querySelector('[data-slot="page-header"]');
      const faults: string[] = [];
      for (const child of [...main.children].filter(isShown)) {
        if (/fixed|absolute/.test(styleOf(child).position)) continue;
        const box = boxOf(child);
        if (box.left < left - 1 || box.right > left + width + 1)
          faults.push(`${nameOf(child)} stands outside of the column`);
      }
      if (!header) return [...faults, 'no page header'];
      const box = boxOf(header);
      const top = boxOf(main).top + (isWide ? 28 : 16);
      if (!isNear(box.left, left)) faults.push(`the header begins at ${box.left}, the column at ${left}`);
      if (!isNear(box.top, top)) faults.push(`the header begins at ${box.top}, not at ${top}`);
      if (box.width > width + 1) faults.push(`the header is ${box.width} wide, the column ${width}`);
      return faults;
    };

    /** What stands around every page has one size. */
    const frame = () => {
      const sizes = isWide
        ? { aside: [248, null] }
        : { 'header.sticky': [innerWidth, 52], 'nav.fixed': [innerWidth, null] };
      return Object.entries(sizes).flatMap(([selector, [width, height]]) => {
        const element = shown(selector).find((one) => !main.contains(one));
        if (!element) return [];
        const box = boxOf(element);
        const fits = (is: number, wanted: number | null | undefined) => wanted == null || isNear(is, wanted);
        return fits(box.width, width) && fits(box.height, height)
          ? []
          : [`${selector} is ${box.width}×${box.height}`];
      });
    };

    const scrolls = (element: Element) => /auto|scroll|hidden|clip/.test(styleOf(element).overflowX);
    const isInScroller = (element: Element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (scrolls(at)) return true;
      return false;
    };

    /** The page does not scroll sideways, and nothing of it lies beyond its edge. */
    const sideways = () => {
      const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      const beyond = shown('body *').filter((element) => {
        const { left, right } = boxOf(element);
        return (right > innerWidth + 1 || left < -1) && !isInScroller(element);
      });
      return [...(excess > 0 ? [`the page is ${excess} px too wide`] : []), ...beyond.map(nameOf)];
    };

    const ownText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());

    /** A text that is cut off says itself whole on hover; a word of a control is never cut. */
    const cut = () =>
      shown('body *')
        .filter((element) => ownText(element) && !element.closest('[data-slot="tooltip"], pre, textarea'))
        .filter((element) => {
          const { overflowX, overflowY } = styleOf(element);
          const isCut =
            (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
            (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + STEP_PX);
          const control = element.closest('button, [data-slot="button"], label');
          if (control && isCut) return true;
          if (isCut) return !element.closest('[title]');
          if (!control || styleOf(control).overflowX !== 'visible') return false;
          const range = document.createRange();
          range.selectNodeContents(element);
          const text = range.getBoundingClientRect();
          const box = boxOf(control);
          return text.width > 0 && (text.left < box.left - 1 || text.right > box.right + 1);
        })
        .map(nameOf);

    const CONTROLS =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch]';
    const hits = (target: Element, x: number, y: number) => {
      const found = document.elementFromPoint(x, y);
      if (!found) return false;
      if (target.contains(found)) return true;
      const label = found.closest('label');
      return found.closest(CONTROLS) === target || (label !== null && label.control === target);
    };
    /** Text that runs on in a line has the line's height (WCAG 2.5.8, “inline”). */
    const isInline = (element: Element) => styleOf(element).display === 'inline';

    /** A finger that lands within 22 px of its middle means this control. */
    const fingers = () => {
      if (!isPhone) return [];
      const reach = FINGER_PX / 2 - 1;
      const at = { x: scrollX, y: scrollY };
      const small = shown(CONTROLS).filter((control) => {
        if (control.matches(':disabled') || isInline(control) || control.closest('[inert]')) return false;
        control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const box = boxOf(control);
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
        const corners = [
          [x - reach, y],
          [x + reach, y],
          [x, y - reach],
          [x, y + reach],
        ] as const;
        return !corners.every(([cx, cy]) => hits(control, cx, cy));
      });
      scrollTo(at.x, at.y);
      return small.map(nameOf);
    };

    const token = (name: string) => {
      const probe = document.createElement('i');
      probe.style.backgroundColor = `var(${name})`;
      document.body.append(probe);
      const { backgroundColor } = styleOf(probe);
      probe.remove();
      return backgroundColor;
    };

    /** Secondary, then primary, then what opens a menu; one primary action in a header. */
    const order = () => {
      const header = main.querySelector('[data-slot="page-header"]');
      if (!header || !isWide) return [];
      const primary = token('--primary');
      const rankOf = (button: Element) => {
        if (button.getAttribute('aria-haspopup') === 'menu') return 2;
        return styleOf(button).backgroundColor === primary ? 1 : 0;
      };
      const buttons = shown('[data-slot="button"]', header).filter((one) => !one.closest('h1 + *'));
      const ranks = buttons.map(rankOf);
      const isSorted = ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
      const primaries = ranks.filter((rank) => rank === 1).length;
      return [
        ...(isSorted ? [] : [`the order of ${buttons.map(nameOf).join(', ')}`]),
        ...(primaries > 1 ? [`${primaries} primary actions in the header`] : []),
      ];
    };

    /** In the dark nothing is white but what a transparent code needs behind it. */
    const light = () => {
      if (!document.documentElement.classList.contains('dark')) return [];
      const white = ['rgb(255, 255, 255)', 'oklch(1 0 0)', token('--color-white')];
      return shown('main *')
        .filter((element) => white.includes(styleOf(element).backgroundColor))
        .filter((element) => !element.matches('.checkerboard, [data-paper]') && boxOf(element).width > 20)
        .map(nameOf);
    };

    return {
      heading: heading(),
      column: column(),
      frame: frame(),
      sideways: sideways(),
      cut: cut(),
      fingers: fingers(),
      order: order(),
      light: light(),
    };
  });
}
