import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import type { Picture } from './many-codes';

const picture = {
  endpoint: true,
  imageKey: true,
  imageType: true,
  imageWidthPx: true,
  imageHeightPx: true,
  imageBytes: true,
  imageSha256: true,
} as const;

/** A few codes as a person would make them, with the sandbox's own pictures, which a large seed shares. */
export async function seedFewCodes(actor: UserActor, miniProgramId: string): Promise<Picture[]> {
  const page = 'pages/table/index';
  for (const table of [1, 2, 3, 8, 12, 16]) {
    const scene = `s=0021&t=${String(table).padStart(2, '0')}`;
    const label = `人民广场店 ${table} 号桌`;
    await generateCode(actor, { miniProgramId, endpoint: 'getwxacodeunlimit', scene, page, name: label });
  }
  const lineColor = { r: 139, g: 46, b: 22 };
  const poster = { endpoint: 'getwxacode' as const, path: 'pages/promo/spring?from=poster', lineColor };
  await generateCode(actor, { miniProgramId, ...poster, name: '春季海报' });
  const sticker = {
    endpoint: 'getwxacode' as const,
    path: 'pages/member/join?from=sticker',
    isHyaline: true,
  };
  await generateCode(actor, { miniProgramId, ...sticker, name: '会员贴纸（透明）' });
  const square = { endpoint: 'createwxaqrcode' as const, path: 'pages/store/detail?id=21' };
  await generateCode(actor, { miniProgramId, ...square, name: '门店立牌（方码）' });
  // The codes that share them are black on white.
  const plain = [{ isHyaline: false, lineColor: '000000' }, { endpoint: square.endpoint }];
  const where = { miniProgramId, status: 'READY' as const, OR: plain };
  return db().code.findMany({ where, select: picture, orderBy: { createdAt: 'asc' }, take: 9 });
}
