import 'server-only';
import { z } from 'zod';
import { listApps, quotaOf, type AppSummary } from '@/lib/apps/queries';
import { listFolders } from '@/lib/folders/queries';
import { folderSchema } from '@/lib/folders/schema';
import { createFolder, deleteFolder, renameFolder } from '@/lib/folders/service';
import { listQuotas } from '@/lib/quota/queries';
import { TAG_COLORS } from '@/lib/tags/limits';
import { listTags } from '@/lib/tags/queries';
import { tagSchema } from '@/lib/tags/schema';
import { createTag, deleteTag, updateTag } from '@/lib/tags/service';
import { about } from './descriptions';
import { endpoint } from './endpoint';
import { EXAMPLE_IDS } from './example-ids';

const appSchema = z.object({
  id: z.string(),
  name: z.string(),
  appId: z.string(),
  mode: z.enum(['LIVE', 'SANDBOX']),
  isDisabled: z.boolean(),
  pathMaxBytes: z.int(),
});

const appJson = ({ id, name, appId, mode, disabledAt, pathMaxBytes }: AppSummary) => ({
  ...{ id, name, appId, mode, isDisabled: disabledAt !== null, pathMaxBytes },
});

const quotaSchema = z.object({
  miniProgramId: z.string(),
  used: z.int(),
  limit: z.int(),
  /** Kept free by an administrator. */
  floor: z.int(),
  /** What new codes may still take. */
  left: z.int(),
  uncertain: z.int(),
});

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
const made = z.object({ id: z.string() });
const { name, color } = tagSchema.shape;
const strictTag = z.strictObject({ name: name.meta(about('tagName')), color });
const strictFolder = z.strictObject({ name: folderSchema.shape.name.meta(about('folderName')) });

const APPS = [
  endpoint({
    ...{ id: 'listMiniPrograms', method: 'GET', path: '/mini-programs', tag: 'apps' },
    permission: 'apps.read',
    output: items(appSchema),
    ...{ status: 200, errors: [] },
    example: {
      answer: {
        items: [
          {
            ...{ id: EXAMPLE_IDS.miniProgramId, name: '西湖茶馆', appId: 'wx0123456789abcdef' },
            ...{ mode: 'LIVE', isDisabled: false, pathMaxBytes: 128 },
          },
        ],
      },
    },
    handle: async ({ actor }) => ({ body: { items: (await listApps(actor)).map(appJson) } }),
  }),
  endpoint({
    ...{ id: 'listQuotas', method: 'GET', path: '/quota', tag: 'apps', permission: 'quota.read' },
    output: items(quotaSchema),
    ...{ status: 200, errors: [] },
    example: {
      answer: {
        items: [
          {
            ...{ miniProgramId: EXAMPLE_IDS.miniProgramId, used: 1200, limit: 100_000, floor: 500 },
            ...{ left: 98_300, uncertain: 0 },
          },
        ],
      },
    },
    handle: async ({ actor }) => ({
      body: {
        items: (await listQuotas(actor)).map(({ app, uncertain }) => {
          const { used, limit } = quotaOf(app);
          const left = Math.max(0, limit - app.quotaFloor - used);
          return { miniProgramId: app.id, used, limit, floor: app.quotaFloor, left, uncertain };
        }),
      },
    }),
  }),
];

const TAGS = [
  endpoint({
    ...{ id: 'listTags', method: 'GET', path: '/tags', tag: 'order', permission: 'codes.read' },
    output: items(
      z.object({
        id: z.string(),
        name: z.string(),
        color: z.enum(TAG_COLORS),
        canChange: z.boolean(),
        appNames: z.array(z.string()),
      }),
    ),
    ...{ status: 200, errors: [] },
    example: {
      answer: {
        items: [{ id: EXAMPLE_IDS.tagId, name: '外卖', color: 'red', canChange: true, appNames: [] }],
      },
    },
    handle: async ({ actor }) => ({ body: { items: await listTags(actor) } }),
  }),
  endpoint({
    ...{ id: 'createTag', method: 'POST', path: '/tags', tag: 'order', permission: 'codes.write' },
    body: strictTag,
    output: made,
    ...{ status: 201, errors: ['TAG_NAME_TAKEN', 'TOO_MANY_TAGS'] },
    example: { body: { name: '外卖', color: 'red' }, answer: { id: EXAMPLE_IDS.tagId } },
    handle: async ({ actor, body }) => ({ body: { id: await createTag(actor, body) } }),
  }),
  endpoint({
    ...{ id: 'updateTag', method: 'PATCH', path: '/tags/{tagId}', tag: 'order', permission: 'codes.write' },
    body: strictTag,
    output: null,
    ...{ status: 204, errors: ['NOT_FOUND', 'OTHERS_USE_IT', 'TAG_NAME_TAKEN'] },
    example: { body: { name: '堂食', color: 'teal' } },
    handle: async ({ actor, params, body }) => {
      await updateTag(actor, params.tagId ?? '', body);
      return {};
    },
  }),
  endpoint({
    ...{ id: 'deleteTag', method: 'DELETE', path: '/tags/{tagId}', tag: 'order', permission: 'codes.write' },
    output: null,
    ...{ status: 204, errors: ['NOT_FOUND', 'OTHERS_USE_IT'] },
    handle: async ({ actor, params }) => {
      await deleteTag(actor, params.tagId ?? '');
      return {};
    },
  }),
];

const FOLDERS = [
  endpoint({
    ...{ id: 'listFolders', method: 'GET', path: '/folders', tag: 'order', permission: 'codes.read' },
    output: items(
      z.object({ id: z.string(), name: z.string(), canChange: z.boolean(), appNames: z.array(z.string()) }),
    ),
    ...{ status: 200, errors: [] },
    example: {
      answer: { items: [{ id: EXAMPLE_IDS.folderId, name: '二楼', canChange: true, appNames: [] }] },
    },
    handle: async ({ actor }) => ({ body: { items: await listFolders(actor) } }),
  }),
  endpoint({
    ...{ id: 'createFolder', method: 'POST', path: '/folders', tag: 'order', permission: 'codes.write' },
    body: strictFolder,
    output: made,
    ...{ status: 201, errors: ['FOLDER_NAME_TAKEN', 'TOO_MANY_FOLDERS'] },
    example: { body: { name: '二楼' }, answer: { id: EXAMPLE_IDS.folderId } },
    handle: async ({ actor, body }) => ({ body: { id: await createFolder(actor, body) } }),
  }),
  endpoint({
    ...{ id: 'renameFolder', method: 'PATCH', path: '/folders/{folderId}', tag: 'order' },
    permission: 'codes.write',
    body: strictFolder,
    output: null,
    ...{ status: 204, errors: ['NOT_FOUND', 'FOLDER_NAME_TAKEN'] },
    example: { body: { name: '三楼' } },
    handle: async ({ actor, params, body }) => {
      await renameFolder(actor, params.folderId ?? '', body);
      return {};
    },
  }),
  endpoint({
    ...{ id: 'deleteFolder', method: 'DELETE', path: '/folders/{folderId}', tag: 'order' },
    permission: 'codes.write',
    output: null,
    ...{ status: 204, errors: ['NOT_FOUND', 'FOLDER_FULL'] },
    handle: async ({ actor, params }) => {
      await deleteFolder(actor, params.folderId ?? '');
      return {};
    },
  }),
];

export const ORDER_ENDPOINTS = [...APPS, ...TAGS, ...FOLDERS];
