import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { afterEach, expect, test } from 'vitest';
import { toValues, writeSource, type PlanValues } from '@/components/batches/draft/plan-values';
import type { ProblemGroup } from '@/lib/batches/check/dry-run-types';
import { DEFAULT_LOOK, type BatchPlan } from '@/lib/batches/plan/plan';
import { loadMessages } from '@/lib/i18n/messages';
import { LeaveOut } from './leave-out';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const template = (text: string) => ({ from: 'template', template: text }) as const;
const guess = {
  fields: { scene: template('store={店}&table={桌}'), name: template('{店} · {桌}') },
  leaving: { scene: template('{?store={店}&}table={桌}'), name: template('{?{店} · }{桌}') },
  reasons: {},
};
const empty = (column: string): ProblemGroup => ({
  ...{ field: 'scene', key: 'batchIssues.emptyCell', values: { column }, rows: 2, firstLine: 5 },
});

let unmount = async () => {};
afterEach(() => unmount());

type Shown = { fields?: BatchPlan['fields']; problems?: ProblemGroup[]; of?: typeof guess };

/** What would be stored, to be read. */
function Fields() {
  const { scene, name } = useWatch<PlanValues, 'sources'>({ name: 'sources' });
  const fields = { scene: writeSource('scene', scene), name: writeSource('name', name) };
  return <output>{JSON.stringify(fields)}</output>;
}

function Draft({ of = guess, fields = of.fields, problems = [empty('店')] }: Shown) {
  const plan = { endpoint: 'getwxacodeunlimit', fields, look: DEFAULT_LOOK, policy: 'all' } as const;
  const form = useForm<PlanValues>({ defaultValues: toValues('an app', plan) });
  return (
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
      <FormProvider {...form}>
        <LeaveOut guess={of} problems={problems} stale={false} />
        <Fields />
      </FormProvider>
    </NextIntlClientProvider>
  );
}

async function show(shown: Shown = {}) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  unmount = async () => {
    await act(async () => root.unmount());
    place.remove();
  };
  await act(async () => root.render(<Draft {...shown} />));
  const button = () => place.querySelector('button');
  const fields = (): BatchPlan['fields'] => JSON.parse(place.querySelector('output')?.textContent ?? '{}');
  return { button, fields, text: () => place.textContent, press: () => act(async () => button()?.click()) };
}

test('one press lets rows go without the empty cell, and another asks for it again', async () => {
  const { button, fields, press } = await show();
  await press();
  expect(fields()).toEqual(guess.leaving);
  expect(button()?.textContent).toBe('Undo');
  await press();
  expect(fields()).toEqual(guess.fields);
});

test('of a column that is in the name alone, it is the name that goes without', async () => {
  const fields = { scene: template('table={桌}'), name: template('{店} · {桌}') };
  const of = { fields, leaving: { ...fields, name: template('{?{店} · }{桌}') }, reasons: {} };
  const { button, fields: stored, press, text } = await show({ of });
  expect(button()?.textContent).toBe('Leave out of the name');
  expect(text()).toContain('only part of the name');
  await press();
  expect(stored()).toEqual(of.leaving);
  expect(text()).toContain('the name goes without');
});

test('what somebody wrote in another way stays as it is', async () => {
  const own = template('{桌}');
  const { fields, press } = await show({ fields: { ...guess.fields, name: own } });
  await press();
  expect(fields()).toEqual({ ...guess.leaving, name: own });
});

test.each<[string, Shown]>([
  ['no cell of it is empty', { problems: [] }],
  ['another column is empty, which is asked for', { problems: [empty('桌')] }],
  ['the texts are not those of the guess', { fields: { scene: template('s={店}'), name: template('{店}') } }],
])('nothing is offered where %s', async (_, shown) => {
  expect((await show(shown)).button()).toBeNull();
});
