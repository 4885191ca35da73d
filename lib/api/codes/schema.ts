import { z } from 'zod';
import { CODE_STATUSES } from '@/lib/codes/limits';
import { about } from '@/lib/api/descriptions';
import { problemSchema } from '@/lib/api/problem';
import { codeLabelsSchema, updateCodeSchema } from '@/lib/codes/generate/schema';
import { idSchema } from '@/lib/input/schemas';
import { newLiveSchema } from '@/lib/live/schema';
import { ENDPOINTS, PATH_MAX_BYTES_EXTENDED } from '@/lib/wechat/rules/limits';
import { codeParametersSchema } from '@/lib/wechat/rules/parameters';

const MANY_MAX = 100;

const [full, unlimited, square] = codeParametersSchema({ pathMaxBytes: PATH_MAX_BYTES_EXTENDED }).options;
const common = { ...codeLabelsSchema.shape, miniProgramId: idSchema };
const strict = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });

/** A live code has no scene of its own: Suncode makes one. */
const unlimitedShape = {
  ...unlimited.shape,
  scene: unlimited.shape.scene.optional(),
  live: newLiveSchema.optional(),
};

/** The rules of the form, and no other fields. How long a path may be the Mini Program says. */
export const newCodeSchema = z
  .discriminatedUnion('endpoint', [strict(full.shape), strict(unlimitedShape), strict(square.shape)], {
    error: 'endpointUnknown',
  })
  .meta({ id: 'NewCode' });

/** Each is judged by itself, so that one bad item refuses none of the others. */
export const manyCodesSchema = z.strictObject({ items: z.array(z.unknown()).min(1).max(MANY_MAX) });

export const changedCodeSchema = z
  .strictObject({
    name: updateCodeSchema.shape.name.optional().meta(about('newName')),
    note: updateCodeSchema.shape.note,
    folderId: idSchema.nullable().optional().meta(about('folderOfCode')),
    tagIds: z.array(idSchema).max(20).optional(),
    archived: z.boolean().optional(),
  })
  .meta({ id: 'ChangedCode' });

const moment = z.iso.datetime();

const picture = z.object({
  type: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
  sha256: z.string(),
  url: z.string(),
});

/** A code as lists have it. */
const codeItemFields = z.object({
  id: z.string(),
  miniProgramId: z.string(),
  name: z.string(),
  note: z.string(),
  endpoint: z.enum(ENDPOINTS),
  status: z.enum(CODE_STATUSES).meta(about('codeStatus')),
  path: z.string().nullable(),
  page: z.string().nullable(),
  scene: z.string().nullable(),
  width: z.int(),
  isHyaline: z.boolean().nullable(),
  picture: picture.nullable(),
  failureKey: z.string().nullable(),
  quotaCost: z.int(),
  /** Name of the person or of the key. */
  createdBy: z.string().nullable(),
  tagIds: z.array(z.string()),
  folderId: z.string().nullable(),
  createdAt: moment,
  updatedAt: moment,
  archivedAt: moment.nullable(),
  deletedAt: moment.nullable(),
});
export const codeItemSchema = codeItemFields
  .extend({ scanCount: z.int().nullable() })
  .meta({ id: 'CodeItem' });

export const codeSchema = codeItemFields
  .extend({
    autoColor: z.boolean().nullable(),
    lineColor: z.string().nullable().meta(about('lineHex')),
    envVersion: z.string().nullable(),
    checkPath: z.boolean().nullable(),
    batchId: z.string().nullable(),
    generatedAt: moment.nullable(),
    errcode: z.int().nullable(),
    errmsg: z.string().nullable(),
    rid: z.string().nullable(),
  })
  .meta({ id: 'Code' });

export const madeCodeSchema = z.object({ outcome: z.enum(['generated', 'existing']), code: codeSchema });

export const madeCodesSchema = z.object({
  items: z.array(
    z.object({
      index: z.int(),
      outcome: z.enum(['generated', 'existing', 'refused']),
      code: codeSchema.optional(),
      problem: problemSchema.optional(),
    }),
  ),
});
