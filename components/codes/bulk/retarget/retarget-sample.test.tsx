import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { PARAMETERS_MAX_BYTES } from '@/lib/live/limits';
import type { Retarget, TargetState } from '@/lib/live/retarget';
import { newRule } from '@/components/codes/live/rules/rule-values';
import { RetargetSample } from './retarget-sample';
import { NOTHING as TYPED, toRetarget } from './retarget-values';

const NOTHING = toRetarget(TYPED);
const NOW: TargetState = {
  rules: [],
  ...{ page: 'pages/old', parameters: { shop: 'West Lake', table: '7' } },
  ...{ isPaused: false, message: '' },
};

/** Of so many live codes with these targets among `count`. */
function show(
  values: Partial<Retarget>,
  targets = [NOW],
  { live = targets.length, count = targets.length } = {},
) {
  const first = targets.map((target, index) => ({
    name: `Code ${index}`,
    target: { ...target, id: `${index}`, startsAt: new Date(0), byName: 'Li' },
  }));
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
      <RetargetSample
        sample={{ live, first, at: '2026-11-28 10:15' }}
        count={count}
        values={{ ...NOTHING, ...values }}
      />
    </NextIntlClientProvider>,
  );
}

test('each code is shown as it is and as it becomes, with what it keeps', () => {
  const shown = show({ page: 'pages/new', parameters: [['shop', 'Main']] });
  expect(shown).toContain('pages/old\nshop=West Lake\ntable=7');
  expect(shown).toContain('pages/new\nshop=Main\ntable=7');
});

test('a pause is shown with its message', () => {
  expect(show({ isPaused: true, message: 'Back soon' })).toMatch(/Paused<\/span> Back soon/);
});

test('what stays as it is says so: nothing typed, so already, or too long', () => {
  expect(show({})).toContain('Stays as it is');
  expect(show({ page: 'pages/old' })).toContain('Stays as it is');
  const long = { ...NOW, parameters: { note: 'x'.repeat(PARAMETERS_MAX_BYTES - 20) } };
  expect(show({ parameters: [['shop', 'Main']] }, [long])).toContain('too long');
});

test('the rest is counted, and those that are no live codes', () => {
  const shown = show({}, [NOW], { live: 5, count: 8 });
  expect(shown).toContain('4 more live codes');
  expect(shown).toContain('3 are not live codes');
  expect(show({}, [], { live: 0, count: 2 })).toContain('None of the selected codes');
});

test('rules for all are counted, and tried with the parameters of the first code', () => {
  const rules = [{ ...newRule('pages/sale'), share: 20, parameters: 'shop=Main' }];
  const shown = show(toRetarget({ ...TYPED, rule: 'set', rules }), [NOW, NOW]);
  expect(shown).toContain('1 rule<');
  expect(shown).toContain('20%');
  expect(shown).toContain('shop=Main table=7');
  expect(shown).toContain('80%');
  expect(show(toRetarget({ ...TYPED, rule: 'clear', rules }))).toContain('Stays as it is');
});

test('the page that the scan opens is a page too, and wins over a typed one', () => {
  const values = toRetarget({ ...TYPED, page: 'pages/new', isScanned: true });
  expect(show(values)).toContain('The page the scan opens\nshop=West Lake');
});
