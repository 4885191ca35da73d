import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { moment, sql, type Sql } from '@/lib/db/sql';
import type { Cast } from './people-and-places';
import { withoutIndexes } from './without-indexes';

// A team's codes of two years, made by the database itself: a million in minutes. The same number gives the same codes.
const STORES = [
  '人民广场店',
  '南京东路店',
  '徐家汇店',
  '陆家嘴店',
  '静安寺店',
  '五角场店',
  '虹桥天地店',
  '中关村店',
  '国贸店',
  '三里屯店',
  '西单店',
  '望京店',
  '华强北店',
  '南山科技园店',
  '福田店',
  '西湖银泰店',
  '武林广场店',
  '春熙路店',
  '宽窄巷子店',
  '解放碑店',
  '天河城店',
  '珠江新城店',
  '江汉路店',
  '光谷广场店',
  '新街口店',
  '夫子庙店',
  '观前街店',
  '鼓楼店',
  '五一广场店',
  '钟楼店',
  '中街店',
  '青泥洼桥店',
  '台东店',
  '泉城广场店',
  '二七广场店',
  '万达广场店',
  'Outlets 奥莱店',
  'Sunset Bar',
  '机场 T2 店',
  '高铁站店',
];
const CAMPAIGNS = [
  '春季海报',
  '夏日冰饮节',
  '会员日立牌',
  '新品试饮',
  '开学季优惠',
  '中秋礼盒',
  '双十一预售',
  '年货节',
  '积分兑换',
  '老带新邀请',
];
const CHUNK = 50_000;
/** A campaign of the first hours: far down every list, and all of one name. */
const BATCH_MAX = 50_000;
export const BATCH_NAME = '盛大启幕红包';
/** About twenty codes of a million. */
export const RARE_NAME = '鹿鸣驿站';
const SPAN_MS = 730 * 24 * 60 * 60 * 1000;

export type Picture = Pick<
  Code,
  'endpoint' | 'imageKey' | 'imageType' | 'imageWidthPx' | 'imageHeightPx' | 'imageBytes' | 'imageSha256'
>;

export type ManyCodes = { count: number; cast: Cast; pictures: Picture[]; endsAt: Date };

/** Numbers `i`, each with a hash of its own and six numbers that look like chance. */
function chance(from: number, to: number): Sql {
  return sql`
    SELECT i, h, ('x' || substr(h, 1, 5))::bit(20)::integer AS r1, ('x' || substr(h, 6, 5))::bit(20)::integer AS r2,
            ('x' || substr(h, 11, 5))::bit(20)::integer AS r3, ('x' || substr(h, 16, 5))::bit(20)::integer AS r4,
            ('x' || substr(h, 21, 5))::bit(20)::integer AS r5, ('x' || substr(h, 26, 5))::bit(20)::integer AS r6
          FROM (SELECT i, md5('suncode' || i) AS h FROM generate_series(${from}::integer, ${to}::integer) AS i) AS "hashed"`;
}

/** Square codes get square pictures, where there are both. `pictureOf`: which of the sorted ones, from 1 on. */
function picturesByShape(pictures: Picture[]) {
  const squares = pictures.filter(({ endpoint }) => endpoint === 'createwxaqrcode');
  const rounds = pictures.filter(({ endpoint }) => endpoint !== 'createwxaqrcode');
  const all = pictures.length;
  const firstRound = rounds.length === 0 ? 0 : squares.length;
  const pictureOf = sql`CASE WHEN "isCampaign" AND r1 % 5 = 0 THEN r5 % ${squares.length || all}::integer + 1
          ELSE ${firstRound}::integer + r5 % ${rounds.length || all}::integer + 1 END`;
  return { sorted: [...squares, ...rounds], pictureOf };
}

/** Rows `from` to `to` (both included) of `count`; 1 is the oldest. */
async function insertChunk(many: ManyCodes, from: number, to: number): Promise<void> {
  const { count, cast, pictures, endsAt } = many;
  const batch = Math.min(BATCH_MAX, Math.floor(count / 20));
  const stepMs = SPAN_MS / count;
  const startsAt = new Date(endsAt.getTime() - SPAN_MS);
  const { apps, people, leaver, folders, tags } = cast;
  const { sorted, pictureOf } = picturesByShape(pictures);
  const column = <K extends keyof Picture>(key: K) => sorted.map((picture) => String(picture[key] ?? ''));
  await db().$executeRaw`
    INSERT INTO "Code" ("id", "miniProgramId", "endpoint", "name", "note", "path", "page", "scene", "width", "autoColor",
      "lineColor", "isHyaline", "envVersion", "checkPath", "fingerprint", "status", "attempts", "failureReason", "failureKey",
      "errcode", "errmsg", "imageKey", "imageType", "imageWidthPx", "imageHeightPx", "imageBytes", "imageSha256", "quotaCost",
      "createdById", "createdAt", "updatedAt", "generatedAt", "archivedAt", "deletedAt", "folderId", "tagIds")
    SELECT (lpad(to_hex((extract(epoch FROM "at") * 1000)::bigint), 12, '0') || '7' || left(h, 3) || '8' || substr(h, 4, 15))::uuid::text,
      "app", "endpoint"::"Endpoint", "name",
      CASE WHEN r5 % 9 = 0 THEN '第 ' || (r5 % 50 + 1) || ' 批印刷，贴在' || "store" ELSE '' END,
      CASE WHEN "endpoint" = 'getwxacodeunlimit' THEN NULL
        WHEN "isCampaign" THEN 'pages/promo/index?c=' || (r2 % 10) || '&id=' || i
        ELSE 'pages/store/detail?id=' || i END,
      CASE WHEN "endpoint" = 'getwxacodeunlimit' THEN 'pages/table/index' END,
      CASE WHEN "endpoint" = 'getwxacodeunlimit' THEN 's=' || lpad((r2 % 40 + 1)::text, 4, '0') || '&t=' || i END,
      430, false, '000000', CASE WHEN "endpoint" <> 'createwxaqrcode' THEN false END,
      CASE WHEN "endpoint" <> 'createwxaqrcode' THEN 'release'::"EnvVersion" END,
      CASE WHEN "endpoint" = 'getwxacodeunlimit' THEN true END,
      h || reverse(h), "status"::"CodeStatus", 1,
      CASE WHEN "status" = 'FAILED' THEN 'wechat' END, CASE WHEN "status" = 'FAILED' THEN 'pageNotReleased' END,
      CASE WHEN "status" = 'FAILED' THEN 41030 END, CASE WHEN "status" = 'FAILED' THEN 'invalid page' END,
      CASE WHEN "status" = 'READY' THEN (${column('imageKey')}::text[])[p] END,
      CASE WHEN "status" = 'READY' THEN (${column('imageType')}::text[])[p] END,
      CASE WHEN "status" = 'READY' THEN (${column('imageWidthPx')}::text[])[p]::integer END,
      CASE WHEN "status" = 'READY' THEN (${column('imageHeightPx')}::text[])[p]::integer END,
      CASE WHEN "status" = 'READY' THEN (${column('imageBytes')}::text[])[p]::integer END,
      CASE WHEN "status" = 'READY' THEN (${column('imageSha256')}::text[])[p] END,
      CASE WHEN "endpoint" <> 'getwxacodeunlimit' AND "status" = 'READY' THEN 1 ELSE 0 END,
      "creator", "at", "at" + (r3 % 90) * interval '1 hour' * (CASE WHEN r3 % 20 = 0 THEN 1 ELSE 0 END), "at",
      CASE WHEN r4 % 25 = 0 THEN "at" + interval '40 days' END,
      CASE WHEN r4 % 100 = 1 THEN ${moment(endsAt)} - (r4 % 20) * interval '1 day' END,
      CASE WHEN "isBatch" THEN (${folders}::text[])[6] WHEN r3 % 5 < 3 THEN (${folders}::text[])[r3 % 14 + 1] END,
      CASE WHEN i % 20000 = 7 THEN (${tags}::text[])[19:19] WHEN "isBatch" THEN (${tags}::text[])[20:20]
        WHEN r6 % 3 = 0 THEN (${tags}::text[])[r6 % 16 + 1:r6 % 16 + 1 + r6 % 2] ELSE '{}' END
    FROM (SELECT *,
        CASE WHEN "isBatch" THEN ${BATCH_NAME} || ' 第 ' || i || ' 张' WHEN i % 50000 = 11 THEN ${RARE_NAME} || ' ' || i
          WHEN "isCampaign" THEN (${CAMPAIGNS}::text[])[r2 % 10 + 1] || ' ' || "store"
          ELSE "store" || ' ' || (r2 % 60 + 1) || ' 号桌' END AS "name",
        CASE WHEN NOT "isCampaign" THEN 'getwxacodeunlimit' WHEN r1 % 5 = 0 THEN 'createwxaqrcode' ELSE 'getwxacode' END AS "endpoint",
        CASE WHEN NOT "isBatch" AND r4 % 70 = 3 THEN 'FAILED' ELSE 'READY' END AS "status",
        CASE WHEN i < ${count}::integer / 20 THEN (${apps}::text[])[6] ELSE (${apps}::text[])[CASE WHEN r1 % 100 < 50 THEN 1
          WHEN r1 % 100 < 70 THEN 2 WHEN r1 % 100 < 85 THEN 3 WHEN r1 % 100 < 95 THEN 4 WHEN r1 % 100 < 99 THEN 5 ELSE 6 END] END AS "app",
        CASE WHEN i < ${count}::integer / 3 THEN ${leaver} ELSE (${people}::text[])[r2 % 10 + 1] END AS "creator",
        ${pictureOf} AS p
      FROM (SELECT i, h, r1, r2, r3, r4, r5, r6, (${STORES}::text[])[r2 % 40 + 1] AS "store",
          i <= ${batch}::integer AS "isBatch", i > ${batch}::integer AND r1 % 7 = 0 AS "isCampaign",
          date_trunc('milliseconds', ${moment(startsAt)} + CASE WHEN i <= ${batch}::integer THEN i * interval '20 milliseconds'
            ELSE i * ${stepMs}::double precision * interval '1 millisecond' END) AS "at"
        FROM (${chance(from, to)}) AS "chance"
      ) AS "placed"
    ) AS "named"`;
}

/** The ledger of what the new codes cost. */
async function enterQuota(apps: string[]): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "QuotaEntry" ("miniProgramId", "fingerprint", "state")
    SELECT "miniProgramId", "fingerprint", 'CONFIRMED' FROM "Code"
    WHERE "quotaCost" = 1 AND "miniProgramId" = ANY(${apps}::text[]) ON CONFLICT DO NOTHING`;
  await db().$executeRaw`
    UPDATE "MiniProgram" SET "quotaUsed" = (SELECT count(*) FROM "QuotaEntry" WHERE "miniProgramId" = "MiniProgram"."id")
    WHERE "id" = ANY(${apps}::text[])`;
}

/** Adds the codes. Indexes are dropped meanwhile and built once, which is much faster than row by row. */
export async function seedManyCodes(many: ManyCodes, progress: (done: number) => void): Promise<void> {
  await withoutIndexes('Code', async () => {
    for (let from = 1; from <= many.count; from += CHUNK) {
      const to = Math.min(many.count, from + CHUNK - 1);
      await insertChunk(many, from, to);
      progress(to);
    }
  });
  await enterQuota(many.cast.apps);
  await db().$executeRaw(sql`ANALYZE`);
}
