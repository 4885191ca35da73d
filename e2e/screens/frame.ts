import type { Page } from '@playwright/test';

/** Where the pieces stand that every page has. */
type Frame = {
  headings: number;
  /** Of what the frame of the console leaves to the page. */
  width: number;
  /** Of the heading, from the left edge of that and from the top of the frame. */
  left: number;
  top: number;
  hasBack: boolean;
  /** From the page's header to what follows. */
  gap: number | null;
  primary: string[];
  /** Actions of the header that stand behind the primary one, apart from the menu of further ones. */
  behindPrimary: string[];
};

function measure(): Frame {
  const main = document.querySelector('main');
  const heading = document.querySelector('h1')?.getBoundingClientRect();
  if (!main || !heading) throw new Error('The page has no heading.');
  const box = main.getBoundingClientRect();
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  const left = box.left + parseFloat(paddingLeft);
  const header = main.querySelector('[data-slot=page-header]');
  const next = header?.nextElementSibling;
  const shown = [...main.querySelectorAll('button, a')].filter((one) => one.checkVisibility());
  const primary = shown.filter((one) => one.classList.contains('bg-primary'));
  const x = (one: Element) => one.getBoundingClientRect().left;
  const inHeader = primary.find((one) => header?.contains(one));
  const behind = shown.filter(
    (one) =>
      inHeader?.parentElement?.contains(one) && x(one) > x(inHeader) && !one.matches('[aria-haspopup=menu]'),
  );
  return {
    headings: document.querySelectorAll('h1').length,
    width: box.right - parseFloat(paddingRight) - left,
    left: heading.left - left,
    top: heading.top - box.top,
    hasBack: header?.firstElementChild?.tagName === 'A',
    gap: header && next ? next.getBoundingClientRect().top - header.getBoundingClientRect().bottom : null,
    primary: primary.map((one) => one.textContent ?? ''),
    behindPrimary: behind.map((one) => one.textContent ?? ''),
  };
}

export type Kind = 'console' | 'settings' | 'gallery';

/**
 * The rules of docs/design-system.md in figures. Settings stand beside their menu, on phones below it; the gallery's tabs lie
 * right below its heading, so that codes begin high up.
 */
const FRAME = {
  wide: {
    ...{ width: 1072, back: 40 },
    left: { console: 0, gallery: 0, settings: 208 },
    top: { console: 28, gallery: 28, settings: 28 },
    gap: { console: 32, gallery: 6, settings: 32 },
  },
  phone: {
    ...{ width: 358, back: 35 },
    left: { console: 0, gallery: 0, settings: 0 },
    top: { console: 16, gallery: 16, settings: 80 },
    gap: { console: 28, gallery: 4, settings: 28 },
  },
};
/** Pixels that the faces of a font put in between. */
const FONT_NOISE = 2;

/** What does not stand where it stands on all other pages of its kind. */
export async function misplaced(page: Page, kind: Kind, isPhone: boolean): Promise<string[]> {
  const found = await page.evaluate(measure);
  const rule = FRAME[isPhone ? 'phone' : 'wide'];
  const wanted = {
    width: rule.width,
    left: rule.left[kind],
    top: rule.top[kind] + (found.hasBack ? rule.back : 0),
    gap: rule.gap[kind],
  };
  const off = (['width', 'left', 'top', 'gap'] as const)
    .filter((name) => found[name] !== null && Math.abs(found[name] - wanted[name]) > FONT_NOISE)
    .map((name) => `${name} is ${found[name]} and not ${wanted[name]}`);
  if (found.headings !== 1) off.push(`${found.headings} headings of the first level`);
  if (found.primary.length > 1) off.push(`primary: ${found.primary.join(', ')}`);
  if (!isPhone && found.behindPrimary.length > 0)
    off.push(`behind the primary: ${found.behindPrimary.join(', ')}`);
  return off;
}
