import type { Page } from '@playwright/test';
import { GenerateForm } from './pages/generate-form';
import type { Texts } from './texts';

/** Makes codes by the form, with the scenes `<mark>-1`, `<mark>-2` … */
export async function makeCodes(
  page: Page,
  t: Texts,
  { mark, count }: { mark: string; count: number },
): Promise<void> {
  const form = new GenerateForm(page, t);
  for (let number = 1; number <= count; number += 1) {
    await form.open();
    await form.scene.fill(`${mark}-${number}`);
    await form.generate();
  }
}
