import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFormula } from '@/lib/csv/formula-guard';
import { parseTemplate, renderName, type NameValues } from './name-template';
import { safePath } from './safe-name';
import { uniquePaths } from './unique-paths';

const values: NameValues = {
  name: '人民广场店',
  scene: 't=7',
  path: 'pages/index',
  page: '',
  row: 7,
  date: '2026-11-22',
  app: '咖啡',
  folder: '秋季',
  tags: '桌贴+午市',
  id: '0193',
  width: '430',
  columns: { 店铺: '一店', 空: '', '../x': 'a/b' },
};
const columns = Object.keys(values.columns);

function named(template: string, overrides: Partial<NameValues> = {}): string {
  const parsed = parseTemplate(template, columns);
  if (!parsed.template) throw new Error(parsed.issue.key);
  return renderName(parsed.template, { ...values, ...overrides }, 'jpg');
}

describe('a template', () => {
  test.each([
    ['{name}', '人民广场店.jpg'],
    ['{row:000} {name}', '007 人民广场店.jpg'],
    ['{app}/{date}/{scene}', '咖啡/2026-11-22/t=7.jpg'],
    ['{col:店铺}/桌 {row}', '一店/桌 7.jpg'],
    ['{{{width}}}', '{430}.jpg'],
    ['{path}', 'pages_index.jpg'],
    ['{col:空}/{page}', '_/code.jpg'],
    ['{col:../x}', 'a_b.jpg'],
  ])('%s names a file %s', (template, path) => {
    expect(named(template)).toBe(path);
  });

  test.each([
    ['{name', 'braceOpen'],
    ['name}', 'braceOpen'],
    ['{nmae}', 'tokenUnknown'],
    ['{}', 'tokenUnknown'],
    ['{name:00}', 'tokenUnknown'],
    ['{row:x}', 'tokenUnknown'],
    ['{col:table}', 'columnUnknown'],
    ['/{name}', 'folderEmpty'],
    ['{name}/', 'folderEmpty'],
    ['a//{name}', 'folderEmpty'],
    ['', 'folderEmpty'],
    ['1/2/3/4/5/{name}', 'foldersTooMany'],
  ])('%s is refused: %s', (template, key) => {
    expect(parseTemplate(template, columns).issue?.key).toBe(key);
  });
});

describe('a name', () => {
  test.each([
    ['../x', '_x'],
    ['a/b', 'a_b'],
    ['a\\b', 'a_b'],
    ['..', 'code'],
    ['  ', 'code'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['COM1', '_COM1'],
    ['com¹', '_com¹'],
    ['lpt9 .x', '_lpt9 .x'],
    ['conference', 'conference'],
    ['-5', '_-5'],
    ['=1+1', '_=1+1'],
    ['+86', '_+86'],
    ['@all', '_@all'],
    ["'-5", "_'-5"],
    ['＝1', '_＝1'],
    ['－5', '_－5'],
    [' \t-5', '_-5'],
    ['\u3000=1', '_=1'],
    ['\u200b@x', '_@x'],
    ['a-5', 'a-5'],
    ['trailing. . ', 'trailing'],
    ['a<b>c:d"e|f?g*h', 'a_b_c_d_e_f_g_h'],
    ['tab\there', 'tab_here'],
    ['gpj\u202Eexe', 'gpjexe'],
    ['\uFEFF桌', '桌'],
    ['half \uD83D', 'half _'],
    ['👨‍👩‍👧 家', '👨‍👩‍👧 家'],
    ['e\u0301', '\u00e9'],
  ])('%j becomes %j', (name, safe) => {
    expect(named('{name}', { name })).toBe(`${safe}.jpg`);
  });

  test('of three hundred emoji is cut between two of them', () => {
    const family = '👨‍👩‍👧';
    const [stem = ''] = named('{name}', { name: family.repeat(300) }).split('.');
    expect(stem.length).toBeGreaterThan(family.length);
    expect(stem).toBe(family.repeat(stem.length / family.length));
  });

  test('that is one endless letter is cut all the same', () => {
    const path = named('{name}', { name: `a${'\u0301'.repeat(300)}` });
    expect(path.length).toBeGreaterThan(100);
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(255);
  });

  test('is not shortened for the sake of a short folder', () => {
    expect(named('{app}/{name}', { name: 'x'.repeat(140) })).toBe(`咖啡/${'x'.repeat(140)}.jpg`);
  });
});

// What Windows itself says, apart from our own rules: learn.microsoft.com, "Naming Files, Paths, and Namespaces".
const DEVICE = /^(CON|PRN|AUX|NUL|COM[0-9\u00b9\u00b2\u00b3]|LPT[0-9\u00b9\u00b2\u00b3])$/;

const FAULTS: [what: string, isIn: (segment: string) => boolean][] = [
  ['forbidden character', (segment) => /[\u0000-\u001f<>:"\\|?*]/.test(segment)],
  ['nothing, or a dot or space at the end', (segment) => segment === '' || /[. ]$/.test(segment)],
  ['device', (segment) => DEVICE.test((segment.split('.')[0] ?? '').trimEnd().toUpperCase())],
  ['too long', (segment) => segment.length > 255 || Buffer.byteLength(segment) > 255],
  ['what a spreadsheet runs', (segment) => guardFormula(segment) !== segment],
  ['half a character', (segment) => /\p{Cs}/u.test(segment)],
];

function windowsRefuses(path: string): string[] {
  const faults = FAULTS.filter(([, isIn]) => path.split('/').some(isIn)).map(([what]) => what);
  return path.length > 200 ? [...faults, 'path too long for a folder to unpack into'] : faults;
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    'CON',
    'nul.tar.gz',
    '=1',
    '－5',
    "'@x",
    'com1 ',
    'LPT³',
    'a/b',
    '../x',
    '..\\..\\x',
    '...',
    ' ',
    '\u200b',
    'con\u200b',
  ),
  fc.constantFrom(
    'manifest.csv',
    'Manifest.JSON',
    '桌'.repeat(300),
    '👩🏽‍🚀'.repeat(99),
    'ﬁ',
    'Å',
    'A\u030a',
    'ſ',
    'ß',
    'SS',
  ),
);

describe('whatever a record holds', () => {
  test('its path is one that Windows takes, as deep as the template says', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (app, scene, name) => {
        const path = named('{app}/{scene}/{name}', { app, scene, name });
        expect(windowsRefuses(path)).toEqual([]);
        expect(path.split('/')).toHaveLength(3);
      }),
      { numRuns: 1_000 },
    );
  });

  test('no two paths are one file where case and the ways to write an accent do not count', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty), { maxLength: 30 }), (pairs) => {
        const pathOf = uniquePaths();
        const paths = pairs.map(([app, name]) => pathOf(safePath([app, name], 'png')));
        const folded = [...paths, 'manifest.csv', 'manifest.json'].map((path) =>
          path.normalize('NFD').toUpperCase().normalize('NFD').toLowerCase(),
        );
        expect(new Set(folded).size).toBe(folded.length);
        for (const path of paths) expect(windowsRefuses(path)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('files of one name', () => {
  test('are numbered, and a number that is somebody’s own name is passed over', () => {
    const pathOf = uniquePaths();
    expect(['a.jpg', 'a (2).jpg', 'A.jpg', 'a.png', 'b/a.jpg', 'B/a.jpg'].map(pathOf)).toEqual([
      'a.jpg',
      'a (2).jpg',
      'A (3).jpg',
      'a.png',
      'b/a.jpg',
      'B/a (2).jpg',
    ]);
  });

  test('keep clear of the manifests, as folders too', () => {
    expect(uniquePaths()('Manifest.csv/a.jpg')).toBe('_Manifest.csv/a.jpg');
  });

  test('are numbered without counting from the start each time', () => {
    const pathOf = uniquePaths();
    const paths = Array.from({ length: 50_000 }, () => pathOf('桌.jpg'));
    expect(paths.at(-1)).toBe('桌 (50000).jpg');
  });
});
