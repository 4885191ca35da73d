import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '@/lib/auth/permissions';
import { STOPS } from '@/lib/batches/run/consequence';
import { LOCALES } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import { AUDIT_ACTIONS, AUDIT_AREAS, subjectOf, TARGET_KINDS } from './catalogue';
import { builtInPurposes } from '@/lib/purposes/built-in';
import { BUILT_IN_KEYS } from '@/lib/purposes/purpose';
import { actionText, kindText, linesOf, nameText } from './audit-text';
import { AUDIT_FIELDS, AUDIT_VALUES } from './audit-words';

const faults: string[] = [];
const translator = (locale: (typeof LOCALES)[number]) =>
  createTranslator({
    locale,
    messages: loadMessages(locale),
    onError: (error) => void faults.push(error.message),
  });

describe.each(LOCALES)('in %s', (locale) => {
  const t = translator(locale);

  test('each action, kind, area, field, value and permission has its words', () => {
    for (const action of AUDIT_ACTIONS) expect(actionText(action, t)).not.toContain('.');
    for (const kind of TARGET_KINDS) expect(kindText(kind, t)).not.toBe('');
    for (const area of AUDIT_AREAS) expect(t(`audit.areas.${area}`)).not.toBe('');
    const fields = Object.fromEntries(AUDIT_FIELDS.map((field) => [field, { from: 1, to: 2 }]));
    const words = linesOf({ changes: fields, details: null }, t).map(({ field }) => field);
    expect(words.filter((word, index) => word === AUDIT_FIELDS[index])).toEqual([]);
    const values = [...AUDIT_VALUES, ...Object.keys(PERMISSIONS)];
    const wordOf = (value: string) => linesOf({ changes: null, details: { mode: value } }, t)[0]?.to;
    expect(values.filter((value) => wordOf(value) === value)).toEqual([]);
    for (const key of BUILT_IN_KEYS)
      expect(
        nameText({ kind: 'purpose', id: key, name: null }, (ours) => t(`purposes.builtIn.${ours}.name`)),
      ).toBe(builtInPurposes(locale)[key].name);
    expect(faults).toEqual([]);
  });
});

test('whatever makes a batch stop by itself has a word', () => {
  expect(STOPS.filter((key) => !AUDIT_VALUES.some((value) => value === key))).toEqual([]);
});

test('each action is about something', () => {
  expect(
    AUDIT_ACTIONS.map((action) => subjectOf(action).area).every((area) => AUDIT_AREAS.includes(area)),
  ).toBe(true);
});

test('the start of a batch says what was changed in its table before', () => {
  const details = { rows: 300, editedCells: 5, removedRows: 1 };
  expect(linesOf({ changes: null, details }, translator('zh-CN'))).toEqual([
    { field: '行数', from: null, to: '300' },
    { field: '开始前改过的单元格', from: null, to: '5' },
    { field: '开始前删除的行', from: null, to: '1' },
  ]);
});

test('what people typed stands as it is, also where it is one of our words', () => {
  const t = translator('zh-CN');
  const changes = { name: { from: 'red', to: 'ADMIN' }, tags: { from: [], to: ['file', 'audit.read'] } };
  expect(linesOf({ changes, details: null }, t)).toMatchObject([
    { from: 'red', to: 'ADMIN' },
    { from: '（空）', to: 'file, audit.read' },
  ]);
  expect(nameText({ kind: 'purpose', id: 'table', name: '包间码' }, String)).toBe('包间码');
});

test('what was changed stands before what else is known, and ids and settings that stayed are left out', () => {
  const t = translator('en');
  const item = {
    changes: { shared: { from: false, to: true }, note: { from: '', to: 'Door' } },
    details: { name: 'Menu', bulkId: 'x', secretChanged: true, headerChanged: false, quotaFloor: 3 },
  };
  expect(linesOf(item, t)).toEqual([
    { field: 'Shared with the team', from: 'No', to: 'Yes' },
    { field: 'Note', from: '(empty)', to: 'Door' },
    { field: 'AppSecret replaced', from: null, to: 'Yes' },
  ]);
  expect(linesOf({ changes: null, details: { count: 3, role: 'ADMIN' } }, t)).toEqual([
    { field: 'Count', from: null, to: '3' },
    { field: 'Role', from: null, to: 'Administrator' },
  ]);
  expect(linesOf({ changes: { keepDays: { from: 0, to: 90 } }, details: null }, t)).toMatchObject([
    { from: 'Forever', to: '90' },
  ]);
  expect(linesOf({ changes: null, details: { works: false, kind: 'move' } }, t)).toEqual([
    { field: 'Connection works', from: null, to: 'No' },
    { field: 'Which action', from: null, to: 'Moved codes' },
  ]);
  expect(actionText('code.fold', t)).toBe('code.fold');
});
