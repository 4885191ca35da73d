import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What draws nothing by itself, or is a page of its own, which other pages of the tests are. */
const NOT_SHOWN: Record<string, string> = {
  'components/ui/form/form.tsx': 'a form draws nothing',
  'components/ui/form/steady-form-provider.tsx': 'draws what is in it',
  'components/ui/overlay/deferred-menu.tsx': 'draws its trigger, a small Button',
  'components/ui/overlay/deferred-popup.tsx': 'draws its trigger',
  'components/ui/overlay/late-boundary.tsx': 'draws what is in it',
  'components/ui/overlay/once-wanted.tsx': 'draws what is in it',
  'components/ui/overlay/toaster.tsx': 'every page has it; toast speaks through it',
  'components/ui/table-region.tsx': 'in LabelledTable and WorkTable',
  'components/data/auto-refresh.tsx': 'draws nothing',
  'components/data/column-chart.tsx': 'an ornament above a table: in the cards of overview and scans',
  'components/data/actions/confirm-action.tsx': 'a ConfirmDialog, which asks the server',
  'components/data/date-input/calendar-popup.tsx': 'opened by DateInput',
  'components/data/history/history-disclosure.tsx': 'a Disclosure, which asks the server when it is opened',
  'components/data/history/history-list.tsx': 'asks the server; its lines are EventLines',
  'components/data/download-form.tsx': 'draws the button that it is given',
  'components/data/pages/page-input.tsx': 'an Input, which asks the server for pages that begin so',
  'components/data/pages/page-list.tsx': 'the list below a PageInput',
  'components/data/sign-in/passkey-button.tsx':
    'an OrLine and a Button, which asks the browser for a passkey',
  'components/data/secrets/new-secret-dialog.tsx': 'a Dialog around the form that it is given',
  'components/data/secrets/rotate-dialog.tsx': 'a Dialog with a Select, which asks the server',
  'components/data/secrets/told-secret.tsx': 'an Input, a CopyButton and a Button',
  'components/data/sight/kept-to.tsx': 'in NamedRow',
  'components/data/sight/sight-cell.tsx': 'a TableCell with the words of a sight',
  'components/data/sight/sight-field.tsx': 'a Segmented, and a PickList below it',
  'components/data/work-list/icon-cover.tsx': 'a tinted square behind an icon, at the head of a row',
  'components/data/paged-list.tsx': 'one of a skeleton, an error, an empty state and rows with LoadMore',
};

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => /(?<!\.test)\.tsx$/.test(file));

const page = filesIn('components/dev')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const primitives = ['components/ui', 'components/data'].flatMap(filesIn);

test('every primitive stands on /dev/ui', () => {
  const missing = primitives.filter(
    (file) => !(file in NOT_SHOWN) && !page.includes(`'@/${file.replace('.tsx', '')}'`),
  );
  expect(missing, 'show them in components/dev').toEqual([]);
  expect(primitives.length).toBeGreaterThan(50);
});

test('what is left out is still there', () => {
  expect(Object.keys(NOT_SHOWN).filter((file) => !primitives.includes(file))).toEqual([]);
});
