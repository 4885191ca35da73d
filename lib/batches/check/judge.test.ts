import { describe, expect, test } from 'vitest';
import { planOf } from '@/lib/batches/batch.fixture';
import { judgeRows } from './judge';
import { DEFAULT_LOOK, type BatchPlan, type FieldSource, type RowField } from '@/lib/batches/plan/plan';
import type { Table } from '@/lib/batches/table/table';

const APP = { appId: 'wx0123456789abcdef', pathMaxBytes: 128 };

const column = (index: number): FieldSource => ({ from: 'column', column: index });
const template = (text: string): FieldSource => ({ from: 'template', template: text });
const fixed = (value: string): FieldSource => ({ from: 'fixed', value });

/** A table of these rows; the first row is in line 2. */
function tableOf(columns: string, ...rows: string[][]): Table {
  return { columns: columns.split(' '), rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

const judge = (table: Table, plan: BatchPlan) => judgeRows(APP, table, plan);

async function issuesOf(table: Table, plan: BatchPlan) {
  const rows = await judge(table, plan);
  return rows.map(({ issues }) => issues);
}

const refusalOf = (table: Table, plan: BatchPlan) =>
  judge(table, plan).then(
    () => 'judged',
    (error: { issues: unknown }) => error.issues,
  );

describe('a row', () => {
  test('becomes the parameters that a form would have sent', async () => {
    const plan = planOf(
      {
        scene: template('t={table}&s={store}'),
        page: fixed('pages/order'),
        name: template('{store} 店 {table}'),
      },
      { look: { ...DEFAULT_LOOK, width: 1280, isHyaline: true, envVersion: 'trial', checkPath: false } },
    );
    expect(await judge(tableOf('table store', ['1', '21']), plan)).toEqual([
      {
        rowNumber: 1,
        line: 2,
        verdict: 'new',
        name: '21 店 1',
        note: '',
        target: 't=1&s=21',
        parameters: {
          endpoint: 'getwxacodeunlimit',
          scene: 't=1&s=21',
          page: 'pages/order',
          width: 1280,
          autoColor: false,
          lineColor: { r: 0, g: 0, b: 0 },
          isHyaline: true,
          envVersion: 'trial',
          checkPath: false,
        },
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        live: null,
        issues: [],
      },
    ]);
  });

  test('is called by its scene or path where no name is mapped or its cell is empty', async () => {
    const table = tableOf('scene name', ['A1', ''], ['A2', '二']);
    const named = await judge(table, planOf({ name: column(1) }));
    expect(named.map(({ name }) => name)).toEqual(['A1', '二']);
    const paths = await judge(
      table,
      planOf({ path: template('p?x={scene}') }, { endpoint: 'createwxaqrcode' }),
    );
    expect(paths.map(({ name }) => name)).toEqual(['p?x=A1', 'p?x=A2']);
  });

  test('has one mistake for one empty cell, wherever it stands', async () => {
    const empty = { field: 'scene', key: 'batchIssues.emptyCell', values: { column: 'table' } };
    const rows = tableOf('table store', ['', '21']);
    const both = planOf({
      scene: template('t={table}'),
      name: template('{store} {table}'),
      note: template('{table}'),
    });
    expect(await issuesOf(rows, both)).toEqual([[empty]]);
    const whole = await issuesOf(rows, planOf({ scene: column(0), name: template('{store} {table}') }));
    expect(whole).toMatchObject([[{ field: 'scene' }]]);
  });

  test('goes without an optional part whose cell is empty', async () => {
    const plan = planOf({
      scene: template('{?store={store}&}table={table}{?&from={from}}'),
      name: template('{?{store} · }{table} 号桌'),
    });
    const rows = await judge(
      tableOf('table store from', ['1', 'A1', 'door'], ['2', '', 'x&y'], ['', ' ', '']),
      plan,
    );
    expect(
      rows.map(({ target, name, issues }) => [target, name, issues.map(({ values }) => values.column)]),
    ).toEqual([
      ['store=A1&table=1&from=door', 'A1 · 1 号桌', []],
      ['table=2&from=x&y', '2 号桌', ['from']],
      ['table=', ' 号桌', ['table']],
    ]);
  });

  test('loses the spaces around its cells and nothing else', async () => {
    const rows = await judge(tableOf('scene', [' A1 '], ['\u3000A2'], ['A 3']), planOf());
    expect(rows.map(({ verdict, target }) => [verdict, target])).toEqual([
      ['new', 'A1'],
      ['new', 'A2'],
      ['invalid', 'A 3'],
    ]);
  });

  test('differs from another one in case alone', async () => {
    const rows = await judge(tableOf('scene', ['A1'], ['a1']), planOf());
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'new']);
  });

  test('repeats the first row with its parameters, whatever it is called, and says which line that is', async () => {
    const table = tableOf('scene name', ['A1', '一'], ['A2', '二'], ['A1 ', '三'], ['A1', '四']);
    const rows = await judge(table, planOf({ name: column(1) }));
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'new', 'duplicate', 'duplicate']);
    const values = { line: 2, name: '一' };
    const issue = { field: 'scene', key: 'batchIssues.duplicateNamed', values };
    expect(rows.slice(2).map(({ issues }) => issues)).toEqual([[issue], [issue]]);
  });

  test('that is invalid is repeated by nothing', async () => {
    const rows = await judge(tableOf('scene', ['桌'], ['桌']), planOf());
    expect(rows.map(({ verdict }) => verdict)).toEqual(['invalid', 'invalid']);
  });
});

describe('an invalid row names the field, the reason and the limit', () => {
  const scene = (key: string, values: object = {}) => [{ field: 'scene', key, values }];

  test.each([
    ['', scene('wechat.issues.sceneRequired')],
    ['桌1', scene('wechat.issues.sceneCharacters', { characters: '桌' })],
    ['x'.repeat(33), scene('wechat.issues.sceneTooLong', { max: 32, actual: 33 })],
    ['50%', scene('wechat.issues.sceneCharacters', { characters: '%' })],
  ])('scene %j', async (cell, issues) => {
    expect(await issuesOf(tableOf('scene', [cell]), planOf())).toEqual([issues]);
  });

  test.each([
    ['error', 'cellError'],
    ['rounded', 'cellRounded'],
    ['exponent', 'cellExponent'],
    ['date', 'cellDate'],
    ['garbled', 'cellGarbled'],
  ] as const)(
    'a cell that is damaged (%s), where it would be sent and not where it only names',
    async (damage, key) => {
      const rows = [{ line: 2, cells: ['A1', 'x'], damage: { 0: damage } }];
      const table: Table = { columns: ['scene', 'name'], rows };
      const issues = scene(`batchIssues.${key}`, { column: 'scene', value: 'A1' });
      expect(await issuesOf(table, planOf())).toEqual([issues]);
      expect(await issuesOf(table, planOf({ scene: template('t={scene}') }))).toEqual([issues]);
      const named = planOf({ scene: column(1), name: column(0) });
      const isError = damage === 'error';
      expect(await issuesOf(table, named)).toHaveLength(1);
      expect((await issuesOf(table, named))[0]).toHaveLength(isError ? 1 : 0);
    },
  );

  test('of a template: the column that is empty', async () => {
    const table = tableOf('table store', ['1', ' '], ['', '2']);
    expect(await issuesOf(table, planOf({ scene: template('t={table}&s={store}') }))).toEqual([
      scene('batchIssues.emptyCell', { column: 'store' }),
      scene('batchIssues.emptyCell', { column: 'table' }),
    ]);
  });

  test.each(['1&s=2', '1＆2', '1%262'])(
    'of a template of parameters: the column whose cell %j would make two of one',
    async (cell) => {
      const table = tableOf('table store', [cell, 'A01']);
      const parted = [scene('batchIssues.separator', { column: 'table' })];
      const plan = planOf({ scene: template('s={store}&t={table}') });
      expect(await issuesOf(table, plan)).toEqual(parted);
      expect(await issuesOf(table, { ...plan, mends: ['scene'] })).toEqual(parted);
      expect(await issuesOf(table, planOf({ scene: template('t={store}-{table}') }))).toEqual(parted);
    },
  );

  test('and not the one whose cells are parameters, or that has no name before it', async () => {
    const table = tableOf('more store', ['t=1&u=2', 'A01']);
    for (const text of ['{more}&s={store}', 's={store}&{more}', '{more}'])
      expect(await issuesOf(table, planOf({ scene: template(text) }))).toEqual([[]]);
    expect(await issuesOf(tableOf('scene', ['t=1&u=2']), planOf())).toEqual([[]]);
    const token = planOf({ scene: template('id={token}') });
    expect(await issuesOf(tableOf('token', ['YWJj==']), token)).toEqual([[]]);
  });

  test('of a path: its bytes, by the limit of the Mini Program and of the endpoint', async () => {
    const table = tableOf('path', [`p?x=${'海'.repeat(42)}`]);
    const path = { path: column(0) };
    const tooLong = (max: number) => [
      [{ field: 'path', key: 'wechat.issues.pathTooLong', values: { max, actual: 130 } }],
    ];
    const plan = planOf(path, { endpoint: 'getwxacode' });
    expect(await issuesOf(table, plan)).toEqual(tooLong(128));
    const [roomy] = await judgeRows({ ...APP, pathMaxBytes: 1024 }, table, plan);
    expect(roomy?.verdict).toBe('new');
    const [square] = await judgeRows(
      { ...APP, pathMaxBytes: 1024 },
      table,
      planOf(path, { endpoint: 'createwxaqrcode' }),
    );
    expect([square?.issues]).toEqual(tooLong(128));
  });

  test('of a name and a note: too many characters', async () => {
    const table = tableOf(
      'scene name note',
      ['A1', '名'.repeat(300), 'x'.repeat(501)],
      ['A2', '😀'.repeat(40), ''],
    );
    expect(await issuesOf(table, planOf({ name: column(1), note: column(2) }))).toEqual([
      [
        { field: 'name', key: 'errors.issues.tooLong', values: { max: 80 } },
        { field: 'note', key: 'errors.issues.tooLong', values: { max: 500 } },
      ],
      [],
    ]);
  });

  test('of several fields: all there is, each once', async () => {
    const plan = planOf({ page: column(1), width: column(2), lineColor: column(3) });
    const [issues] = await issuesOf(
      tableOf('scene page width color', ['桌', '/pages/a?b=1', '99', '300,0,300']),
      plan,
    );
    expect(issues?.map(({ field, key }) => [field, key])).toEqual([
      ['scene', 'wechat.issues.sceneCharacters'],
      ['page', 'wechat.issues.pageLeadingSlash'],
      ['page', 'wechat.issues.pageQuery'],
      ['width', 'wechat.issues.widthRange'],
      ['lineColor.r', 'wechat.issues.colorRange'],
    ]);
  });
});

describe('the look of a row', () => {
  const LOOK = ['width', 'lineColor', 'autoColor', 'isHyaline', 'envVersion', 'checkPath'] as const;
  const fields: Partial<Record<RowField, FieldSource>> = {};
  for (const [index, field] of LOOK.entries()) fields[field] = column(index + 1);
  const columns = `scene ${LOOK.join(' ')}`;

  test('is read in the words that people write', async () => {
    const table = tableOf(
      columns,
      ['A1', '1,280 px', '#8B2E16', '否', '是', '体验版', 'no'],
      ['A2', '430.0', '139，46，22', 'TRUE', '√', 'Develop', '1'],
      ['A3', '', '', '', '', '', ''],
      ['A4', '', 'fff', '', '', '', ''],
    );
    const rows = await judge(table, planOf(fields));
    const brown = { r: 139, g: 46, b: 22 };
    expect(rows.map(({ parameters }) => parameters)).toMatchObject([
      {
        width: 1280,
        lineColor: brown,
        autoColor: false,
        isHyaline: true,
        envVersion: 'trial',
        checkPath: false,
      },
      {
        width: 430,
        lineColor: brown,
        autoColor: true,
        isHyaline: true,
        envVersion: 'develop',
        checkPath: true,
      },
      {
        width: 430,
        lineColor: { r: 0 },
        autoColor: false,
        isHyaline: false,
        envVersion: 'release',
        checkPath: true,
      },
      { lineColor: { r: 255, g: 255, b: 255 } },
    ]);
  });

  test('that nobody can read is an issue with what stood there', async () => {
    const table = tableOf(columns, ['A1', 'big', 'red', 'perhaps', '?', 'beta', '-']);
    const [issues] = await issuesOf(table, planOf(fields));
    expect(issues?.map(({ field, key, values }) => [field, key, values.value])).toEqual([
      ['width', 'batchIssues.numberUnclear', 'big'],
      ['lineColor', 'batchIssues.colorUnclear', 'red'],
      ['autoColor', 'batchIssues.switchUnclear', 'perhaps'],
      ['isHyaline', 'batchIssues.switchUnclear', '?'],
      ['envVersion', 'batchIssues.versionUnclear', 'beta'],
      ['checkPath', 'batchIssues.switchUnclear', '-'],
    ]);
  });
});

describe('an encoding', () => {
  test('writes Chinese as a scene that the Mini Program decodes, up to 24 bytes', async () => {
    const plan = planOf({ scene: { from: 'column', column: 0, encode: 'base64url' } });
    const rows = await judge(tableOf('scene', ['一号桌'], ['一二三四五六七八九'], ['']), plan);
    expect(rows[0]?.name).toBe('一号桌');
    expect(rows.map(({ target, issues }) => [target, issues])).toEqual([
      [Buffer.from('一号桌').toString('base64url'), []],
      [
        '一二三四五六七八九',
        [{ field: 'scene', key: 'batchIssues.sceneTextTooLong', values: { max: 24, actual: 27 } }],
      ],
      ['', [{ field: 'scene', key: 'wechat.issues.sceneRequired', values: {} }]],
    ]);
  });

  test('keeps a cell one value of a path', async () => {
    const path: FieldSource = { from: 'template', template: 'pages/a?name={name}&x=1', encode: 'percent' };
    const [row] = await judge(tableOf('name', ['A&B=C? 店']), planOf({ path }, { endpoint: 'getwxacode' }));
    expect(row?.target).toBe('pages/a?name=A%26B%3DC%3F%20%E5%BA%97&x=1');
  });
});

describe('a plan that does not fit its table', () => {
  const table = tableOf('scene name', ['A1', 'x']);
  const refusal = (field: string, key: string, values: object = {}) => [
    { field, key: `batchIssues.${key}`, values },
  ];

  type Fields = Partial<Record<RowField, FieldSource | undefined>>;

  test.each<[Fields, object]>([
    [{ scene: undefined }, refusal('scene', 'fieldMissing')],
    [{ scene: column(2) }, refusal('scene', 'columnMissing', { column: 3 })],
    [{ scene: template('t={tabel}') }, refusal('scene', 'templateColumn', { name: 'tabel' })],
    [{ scene: template('t={scene') }, refusal('scene', 'templateBrace', { position: 3 })],
    [{ name: { from: 'column', column: 1, encode: 'percent' } }, refusal('name', 'encodingUnfit')],
  ])('is refused before any row: %j', async (fields, issues) => {
    expect(await refusalOf(table, planOf(fields))).toEqual(issues);
  });

  test('may say of another endpoint what it likes', async () => {
    expect(await refusalOf(table, planOf({ path: column(9) }))).toBe('judged');
  });
});
