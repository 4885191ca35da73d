import { expect, test } from '../fixtures';
import { cutOff, excess, overfull, smallTargets, whiteAreas, withoutRing } from './boxes';
import { misplaced } from './frame';

// What measures the screens, on a page that breaks each rule and on one that keeps it.
test.use({ role: null, viewport: { width: 390, height: 844 } });

const RULES = { excess, overfull, cutOff, smallTargets, withoutRing, whiteAreas };

const BASE = '<style>body { margin: 0; background: #111; color: #eee; font: 16px/24px sans-serif }</style>';

const SINS: Record<keyof typeof RULES, { sin: string; keeps: string; says: string }> = {
  excess: {
    sin: '<div style="width: 500px">wide</div>',
    keeps: '<div style="width: 300px">narrow</div>',
    says: 'wider than its window by 110 px',
  },
  overfull: {
    sin: '<main><button style="width: 40px; padding: 0; white-space: nowrap; overflow: hidden">生成小程序码</button></main>',
    keeps: '<main><button style="white-space: nowrap">生成小程序码</button></main>',
    says: 'too narrow for its words: 生成小程序码',
  },
  cutOff: {
    sin: '<p style="width: 60px; overflow: hidden; white-space: nowrap">人民广场店的十二号桌</p>',
    keeps:
      '<p title="人民广场店的十二号桌" style="width: 60px; overflow: hidden; white-space: nowrap">人民广场店的十二号桌</p>',
    says: 'cut off: 人民广场店的十二号桌',
  },
  smallTargets: {
    sin: '<button style="display: block; height: 30px; border: 0">小</button>',
    keeps: '<button style="display: block; height: 44px; border: 0">大</button>',
    says: '30 px high: 小',
  },
  withoutRing: {
    sin: '<button aria-label="bare" style="outline: none">x</button>',
    keeps: '<style>:focus { outline: 2px solid orange }</style><button aria-label="ringed">x</button>',
    says: 'no ring: bare',
  },
  whiteAreas: {
    sin: '<div style="width: 90px; height: 90px; background: #fff"></div>',
    keeps: '<div style="width: 90px; height: 90px; background: #222"></div>',
    says: 'white: <div style="width: 90px; height: 90px; background: #fff"></div>',
  },
};

for (const [name, rule] of Object.entries(RULES))
  test(`the rule ${name} finds what breaks it, and nothing else`, async ({ page }) => {
    const example = Object.entries(SINS).find(([key]) => key === name)?.[1];
    await page.setContent(BASE + example?.keeps);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(rule)).toEqual([]);
    await page.setContent(BASE + example?.sin);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(rule)).toEqual([example?.says]);
  });

test('the rules of the frame name what stands elsewhere, two headings and two primary actions', async ({
  page,
}) => {
  const heading = '<h1 style="margin: 0">码库</h1>';
  const primary = '<button class="bg-primary">生成</button>';
  const body = (top: number, rest: string) => `${BASE}<main style="padding: ${top}px 16px 0">${rest}</main>`;
  await page.setContent(body(16, heading + primary));
  expect(await misplaced(page, 'console', true)).toEqual([]);
  await page.setContent(
    body(40, `<div style="padding-left: 20px">${heading}</div>${heading}${primary}${primary}`),
  );
  expect(await misplaced(page, 'console', true)).toEqual([
    'left is 20 and not 0',
    'top is 40 and not 16',
    '2 headings of the first level',
    'primary: 生成, 生成',
  ]);
});
