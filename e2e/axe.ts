import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on a page: rules, each with its elements. Of an open menu only the rules of WCAG: base-ui keeps its focus
 * guards visible to axe, no menu over a page lies in a landmark, and axe knows no arrow keys.
 */
export async function findings(page: Page, { opened = false } = {}): Promise<string[]> {
  // Next streams the title after the page.
  await expect(page).toHaveTitle(/./);
  // WCAG 2.2 has a least size of targets, which axe checks only when it is asked to.
  const rules = { 'target-size': { enabled: true }, 'scrollable-region-focusable': { enabled: !opened } };
  // Without legacy mode axe opens a second page for each look, to gather what frames said; our only one is hidden.
  // Only what is wrong is read: making a name for each element that is right was more than half of axe's work.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ rules, resultTypes: ['violations'] });
  if (opened) builder.withTags(WCAG).exclude('[data-base-ui-focus-guard]');
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
