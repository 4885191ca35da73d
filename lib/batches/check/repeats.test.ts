import { describe, expect, test } from 'vitest';
import { planOf } from '@/lib/batches/batch.fixture';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { groupMends, groupProblems } from './group-problems';
import { judgeRows } from './judge';

const APP = { appId: 'wx0123456789abcdef', pathMaxBytes: 128 };
const template = (text: string) => ({ from: 'template', template: text }) as const;
const store = planOf({ scene: template('s={店}&t={桌}'), name: template('{店} · {桌} 号桌') });

/** Tables of a store; the first row is in line 2. */
const tables = (...rows: [string, string][]) => ({
  columns: ['店', '桌'],
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
});

async function judge(rows: [string, string][], plan: BatchPlan = store) {
  const judged = (await judgeRows(APP, tables(...rows), plan)).map((row) => ({ ...row, codeId: null }));
  return { judged, mends: groupMends(judged), problems: groupProblems(judged) };
}

const pressed = (plan: BatchPlan): BatchPlan => ({ ...plan, mends: ['scene'] });
const issuesOf = ({ judged }: Awaited<ReturnType<typeof judge>>) =>
  judged.map(({ issues }) =>
    issues.map(({ key, values }) => [key.split('.').at(-1), values.line ?? values.column]),
  );

describe('a mistyped number that another row has', () => {
  const rows: [string, string][] = [
    ['A', '3 9'],
    ['A', '１'],
    ['A', '39'],
  ];

  test('is not offered to be mended, and says which row it would be', async () => {
    const found = await judge(rows);
    expect(found.mends).toMatchObject([{ field: 'scene', rows: 1, before: 's=A&t=１', after: 's=A&t=1' }]);
    expect(found.judged.map(({ verdict }) => verdict)).toEqual(['invalid', 'invalid', 'new']);
    expect(issuesOf(found)).toEqual([
      [
        ['sceneCharacters', undefined],
        ['mendRepeats', 4],
      ],
      [['sceneCharacters', undefined]],
      [],
    ]);
    expect(found.judged[0]?.issues[1]?.values).toEqual({ after: 's=A&t=39', line: 4 });
  });

  test('leaves the right row alone once the others are mended, wherever it stands', async () => {
    const found = await judge(rows, pressed(store));
    expect(found.judged.map(({ verdict }) => verdict)).toEqual(['duplicate', 'new', 'new']);
    expect(issuesOf(found)[0]).toEqual([['mendRepeats', 4]]);
    expect(found.mends).toMatchObject([{ rows: 1, before: 's=A&t=１' }]);
  });

  test('written twice is mended once, and the other row repeats that one', async () => {
    const twice: [string, string][] = [
      ['A', '3 9'],
      ['A', '3 9'],
    ];
    expect((await judge(twice)).mends).toMatchObject([{ rows: 1 }]);
    expect(issuesOf(await judge(twice, pressed(store)))).toEqual([[], [['duplicate', 2]]]);
  });

  test('of another store is another table', async () => {
    const found = await judge([
      ['A', '3 9'],
      ['B', '39'],
    ]);
    expect(found.mends).toMatchObject([{ rows: 1 }]);
  });

  test('is told at the page where that is what a press would mend', async () => {
    const plan = planOf({ page: { from: 'column', column: 1 } });
    const found = await judge(
      [
        ['A', '/pages/a'],
        ['A', 'pages/a'],
      ],
      plan,
    );
    expect(found.mends).toEqual([]);
    expect(found.judged[0]?.issues.map(({ field, key }) => [field, key])).toEqual([
      ['page', 'wechat.issues.pageLeadingSlash'],
      ['page', 'batchIssues.mendRepeats'],
    ]);
  });
});

test('a row is called as its scene is mended, and what counts its tables stays', async () => {
  const rows: [string, string][] = [
    ['A', '3 9'],
    ['A', '４号'],
  ];
  const { judged } = await judge(
    rows,
    pressed(planOf({ ...store.fields, note: { from: 'column', column: 1 } })),
  );
  expect(judged.map(({ name, note, target }) => [name, note, target])).toEqual([
    ['A · 39 号桌', '39', 's=A&t=39'],
    ['A · 4号 号桌', '4号', 's=A&t=4'],
  ]);
  expect((await judge(rows)).judged[0]?.name).toBe('A · 3 9 号桌');
});

describe('a row with several mistakes tells all of them', () => {
  test.each<[string, [string, string], unknown[]]>([
    [
      'two empty cells',
      ['', ''],
      [
        ['emptyCell', '店'],
        ['emptyCell', '桌'],
      ],
    ],
    [
      'an empty cell and a wrong one',
      ['', '3 9'],
      [
        ['emptyCell', '店'],
        ['sceneCharacters', undefined],
      ],
    ],
    [
      'wrong and too long',
      ['A', 'x '.repeat(20)],
      [
        ['sceneCharacters', undefined],
        ['sceneTooLong', undefined],
      ],
    ],
    [
      'two that would part the scene',
      ['A&', '&'],
      [
        ['separator', '店'],
        ['separator', '桌'],
      ],
    ],
  ])('%s', async (_, row, issues) => {
    expect(issuesOf(await judge([row]))).toEqual([issues]);
  });

  test('a repetition beside a name that cannot be', async () => {
    const plan = planOf({ name: { from: 'column', column: 1 } });
    const rows: [string, string][] = [
      ['A', '名'.repeat(81)],
      ['A', '一'],
    ];
    const found = await judge(rows, plan);
    expect(found.judged.map(({ verdict }) => verdict)).toEqual(['invalid', 'new']);
    expect(issuesOf(found)[0]).toEqual([
      ['tooLong', undefined],
      ['duplicateNamed', 3],
    ]);
  });
});

describe('what is said of several rows is true of all of them', () => {
  test('rows that repeat different ones only repeat another one; of one row its line is said', async () => {
    const rows: [string, string][] = [
      ['A', '1'],
      ['A', '2'],
      ['A', '1'],
      ['A', '2'],
    ];
    expect((await judge(rows)).problems).toMatchObject([
      { key: 'batchIssues.duplicates', values: {}, rows: 2, firstLine: 4 },
    ]);
    expect((await judge(rows.slice(0, 3))).problems).toMatchObject([
      { key: 'batchIssues.duplicate', values: { line: 2 }, rows: 1 },
    ]);
  });

  test('what each says of its own value is an example, and the same of all of them is not', async () => {
    const wrong = await judge([
      ['A', '店'],
      ['A', '桌'],
    ]);
    expect(wrong.problems).toMatchObject([
      { values: { characters: '店' }, isExample: true, rows: 2, left: 2 },
    ]);
    const same = await judge([
      ['A', '店'],
      ['B', '店'],
    ]);
    expect(same.problems[0]).not.toHaveProperty('isExample');
  });

  test('what a press mends is not left, also where one value is wrong in two ways', async () => {
    const plan = planOf({ page: { from: 'column', column: 1 } });
    const { problems } = await judge([['A', '/pages/a?b=1']], plan);
    expect(problems.map(({ key, left }) => [key, left])).toEqual([
      ['wechat.issues.pageLeadingSlash', 0],
      ['wechat.issues.pageQuery', 0],
    ]);
  });
});

describe('tables of two shops whose number is not in the code', () => {
  const plan = planOf({ scene: template('t={桌}'), name: template('{店} · {桌} 号桌') });

  test('repeat each other under other names, and that is said', async () => {
    const found = await judge(
      [
        ['A', '7'],
        ['B', '7'],
        ['A', '7'],
      ],
      plan,
    );
    expect(found.judged.map(({ issues }) => issues)).toMatchObject([
      [],
      [{ key: 'batchIssues.duplicateNamed', values: { line: 2, name: 'A · 7 号桌' } }],
      [{ key: 'batchIssues.duplicate', values: { line: 2 } }],
    ]);
    const many = await judge(
      [
        ['A', '7'],
        ['A', '8'],
        ['B', '7'],
        ['B', '8'],
      ],
      plan,
    );
    expect(many.problems).toMatchObject([{ key: 'batchIssues.duplicatesNamed', values: {}, rows: 2 }]);
  });
});
