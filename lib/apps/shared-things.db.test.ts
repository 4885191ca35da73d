import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { startBulk } from '@/lib/bulk/start';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { listCodes } from '@/lib/codes/find/queries';
import { db } from '@/lib/db/client';
import { summarizeScopes } from '@/lib/exports/scope/scope-summary';
import { createExport } from '@/lib/exports/service';
import { createFolder, deleteFolder, renameFolder } from '@/lib/folders/service';
import { listFolders } from '@/lib/folders/queries';
import type { Design, DesignElement } from '@/lib/print/design';
import { listDesigns, openDesign } from '@/lib/print/designs/queries';
import { createDesign, deleteDesign, renameDesign, saveDesign } from '@/lib/print/designs/service';
import { USUAL_OWN } from '@/lib/print/own-stock';
import { getPrintPicture, pictureIds } from '@/lib/print/pictures/queries';
import { addPicture } from '@/lib/print/pictures/service';
import { deleteStock, listStocks, renameStock, saveStock } from '@/lib/print/stocks/service';
import { createTag, deleteTag, updateTag } from '@/lib/tags/service';
import { listTags } from '@/lib/tags/queries';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { listViews } from '@/lib/views/queries';
import { createView, deleteView, updateView } from '@/lib/views/service';

useDatabase();

let apps: { one: string; two: string };
/** Of one brand, of the other, of both, and of all. */
let one: UserActor;
let two: UserActor;
let both: UserActor;
let all: UserActor;

async function seeing(sees: UserActor['sees']): Promise<UserActor> {
  return { ...(await insertActor('OPERATOR')), sees };
}

beforeAll(async () => {
  apps = { one: (await insertApp({ name: '甲牌' })).id, two: (await insertApp({ name: '乙牌' })).id };
  one = await seeing([apps.one]);
  two = await seeing([apps.two]);
  both = await seeing([apps.one, apps.two]);
  all = await insertActor('ADMIN');
  await insertApp({ name: '丙牌' });
});

type Kind = {
  make: (actor: UserActor, name: string) => Promise<string>;
  list: (actor: UserActor) => Promise<{ name: string; appNames: string[] }[]>;
  rename: (actor: UserActor, id: string, name: string) => Promise<unknown>;
  remove: (actor: UserActor, id: string) => Promise<unknown>;
};

const view = (name: string) => ({ name, query: 'q=1', shared: true });

const KINDS: Record<string, Kind> = {
  tags: {
    make: (actor, name) => createTag(actor, { name, color: 'red' }),
    list: listTags,
    rename: (actor, id, name) => updateTag(actor, id, { name, color: 'teal' }),
    remove: deleteTag,
  },
  folders: {
    make: (actor, name) => createFolder(actor, { name }),
    list: listFolders,
    rename: (actor, id, name) => renameFolder(actor, id, { name }),
    remove: deleteFolder,
  },
  views: {
    make: (actor, name) => createView(actor, view(name)),
    list: listViews,
    rename: (actor, id, name) => updateView(actor, id, view(name)),
    remove: deleteView,
  },
  designs: {
    make: (actor, name) => createDesign(actor, { from: 'sticker', name, locale: 'zh-CN' }),
    list: listDesigns,
    rename: renameDesign,
    remove: deleteDesign,
  },
  stocks: {
    make: (actor, name) => saveStock(actor, { ...USUAL_OWN, name }),
    list: async (actor) => (await listStocks(actor)).map((stock) => ({ ...stock, name: stock.own.name })),
    rename: renameStock,
    remove: deleteStock,
  },
};

const NOT_FOUND = { code: 'NOT_FOUND' };

describe.each(Object.entries(KINDS))('%s', (what, { make, list, rename, remove }) => {
  const names = async (actor: UserActor) => (await list(actor)).map(({ name }) => name);

  test('of one brand are not there for the other, which may use the same names', async () => {
    const id = await make(one, '秘密');
    expect(await names(two)).not.toContain('秘密');
    await expect(rename(two, id, '别的')).rejects.toMatchObject(NOT_FOUND);
    await expect(remove(two, id)).rejects.toMatchObject(NOT_FOUND);
    const theirs = await make(two, '秘密');
    for (const actor of [one, two]) expect(await names(actor)).toEqual(['秘密']);
    for (const actor of [both, all]) expect(await names(actor)).toEqual(['秘密', '秘密']);
    await rename(one, id, '公开');
    await remove(one, id);
    await remove(two, theirs);
    expect(await names(all)).toEqual([]);
  });

  test('that people of others use too are known, and changed by who sees all of them', async () => {
    // Of a shared view only its owner and administrators decide.
    const refused = { code: what === 'views' ? 'FORBIDDEN' : 'OTHERS_USE_IT' };
    for (const maker of [all, both]) {
      const id = await make(maker, '共用');
      for (const actor of [one, two, both, all]) expect(await names(actor)).toEqual(['共用']);
      await expect(rename(one, id, '别的')).rejects.toMatchObject(refused);
      await expect(remove(two, id)).rejects.toMatchObject(refused);
      await rename(maker, id, '改过');
      await remove(maker, id);
    }
  });

  test('that who sees all makes while one brand is looked at are of that brand', async () => {
    const id = await make({ ...all, makesFor: [apps.one] }, '一牌');
    expect(await names(one)).toEqual(['一牌']);
    expect(await names(two)).toEqual([]);
    await expect(rename(two, id, '别的')).rejects.toMatchObject(NOT_FOUND);
    // Under all of them it stays with whom it is shared.
    await rename(all, id, '改过');
    expect(await names(two)).toEqual([]);
    expect(await names(one)).toEqual(['改过']);
    await remove(all, id);
  });

  test('say which Mini Programs they are kept to, to whoever sees others too and only of what is seen', async () => {
    const keptTo = async (actor: UserActor) => (await list(actor)).map(({ appNames }) => appNames);
    for (const [maker, told] of [
      [one, [[], ['甲牌'], ['甲牌']]],
      [both, [[], [], ['乙牌', '甲牌']]],
      [all, [[], [], []]],
    ] as const) {
      const id = await make(maker, '一件');
      expect([
        await keptTo(one),
        await keptTo(both),
        (await keptTo(all)).map((names) => names.toSorted()),
      ]).toEqual(told.map((names) => [names]));
      await remove(maker, id);
    }
  });

  test('shared are made by nobody who sees nothing', async () => {
    await expect(make(await seeing([]), '空')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('what lists say of it, each entry says too: whether the reader may change it', async () => {
  await createTag(all, { name: '全部', color: 'red' });
  await createTag(one, { name: '自己', color: 'red' });
  const flags = (await listTags(one)).map(({ name, canChange }) => [name, canChange]);
  expect(flags).toEqual([
    ['全部', false],
    ['自己', true],
  ]);
  await db().tag.deleteMany();
});

test('a tag and a folder of the other brand cannot be given to codes, are not searched by, and are not named', async () => {
  const tagId = await createTag(one, { name: '春季秘密', color: 'red' });
  const folderId = await createFolder(one, { name: '秘密门店' });
  const { id: codeId } = await insertCode({ miniProgramId: apps.two, name: '桌码', tagIds: [tagId] });
  const scope = { codeIds: [codeId] };
  const tried = [
    startBulk(two, { kind: 'addTags', values: { tagIds: [tagId] }, scope }),
    startBulk(two, { kind: 'move', values: { folderId }, scope }),
  ];
  for (const one of tried) await expect(one).rejects.toMatchObject(NOT_FOUND);
  const filters = { ...NO_FILTERS, q: '春季' };
  expect((await listCodes(two, filters)).items).toEqual([]);
  expect((await listCodes(both, filters)).items).toHaveLength(1);
  const asked = { kind: 'filter' as const, filters: { ...NO_FILTERS, tag: [tagId], folder: folderId } };
  expect(await summarizeScopes(two, [asked])).toMatchObject([{ names: { folder: null, tags: [] } }]);
  expect(await summarizeScopes(one, [asked])).toMatchObject([
    { names: { folder: '秘密门店', tags: ['春季秘密'] } },
  ]);
});

test('a design of the other brand is not opened, copied or printed with', async () => {
  const design = await createDesign(one, { from: 'sticker', name: '新品', locale: 'zh-CN' });
  const { id } = await insertCode({ miniProgramId: apps.two });
  await expect(openDesign(two, design, new URLSearchParams({ id }))).rejects.toMatchObject(NOT_FOUND);
  await expect(createDesign(two, { from: design, name: '抄', locale: 'zh-CN' })).rejects.toMatchObject(
    NOT_FOUND,
  );
  const print = new URLSearchParams({ id, format: 'pdf', design, stock: 'a4' });
  await expect(createExport(two, print)).rejects.toMatchObject(NOT_FOUND);
});

const frame = { x: 1, y: 1, width: 9, height: 9, radius: 0 };
type Put = (elements: DesignElement[], picture: string) => DesignElement[];

/** Each has a picture of its own: the same one would be known to both brands already. */
const PLACES: [where: string, background: string, put: Put][] = [
  [
    'on the piece',
    '#102030',
    (elements, picture) => [{ kind: 'picture', ...frame, picture, fit: 'contain' }, ...elements],
  ],
  [
    'in the circle of a code',
    '#302010',
    (elements, picture) =>
      elements.map((element) => (element.kind === 'code' ? { ...element, logo: picture } : element)),
  ],
];

test.each(PLACES)('a picture %s is seen where its design is seen, and by nobody else', async (...given) => {
  const [, background, put] = given;
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
    .png()
    .toBuffer();
  const designId = await createDesign(one, { from: 'blank', name: '标志', locale: 'zh-CN' });
  const file = new File([Uint8Array.from(bytes)], 'logo.png');
  const { id: picture } = await addPicture(one, { designId, file });
  const withPicture = ({ key: _key, name: _name, ...design }: Design) => {
    const elements = put(design.elements, picture);
    return { revision: 1, stock: 'a4', design: { ...design, elements } };
  };
  const keptOf = async (actor: UserActor, id: string) =>
    (await openDesign(actor, id, new URLSearchParams({ app: 'all' }))).kept.design;
  await saveDesign(one, designId, withPicture(await keptOf(one, designId)));
  await expect(getPrintPicture(two, picture)).rejects.toMatchObject(NOT_FOUND);
  await expect(addPicture(two, { designId, file })).rejects.toMatchObject(NOT_FOUND);
  const theirs = await createDesign(two, { from: 'blank', name: '别家', locale: 'zh-CN' });
  const stolen = withPicture(await keptOf(two, theirs));
  await expect(saveDesign(two, theirs, stolen)).rejects.toMatchObject(NOT_FOUND);
  await expect(getPrintPicture(two, randomUUID())).rejects.toMatchObject(NOT_FOUND);
  // Copied by who sees both, it is for both.
  const copy = await createDesign(both, { from: designId, name: '两家', locale: 'zh-CN' });
  expect(pictureIds(await keptOf(two, copy))).toEqual([picture]);
  await expect(getPrintPicture(two, picture)).resolves.toMatchObject({ type: 'image/jpeg' });
});
