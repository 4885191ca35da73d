import 'server-only';
import { db } from '@/lib/db/client';

const PAGE_ROWS = 200;

const exported = {
  id: true,
  name: true,
  note: true,
  endpoint: true,
  path: true,
  page: true,
  scene: true,
  width: true,
  autoColor: true,
  lineColor: true,
  isHyaline: true,
  envVersion: true,
  checkPath: true,
  imageKey: true,
  imageType: true,
  imageWidthPx: true,
  imageHeightPx: true,
  imageBytes: true,
  imageSha256: true,
  createdAt: true,
  miniProgram: { select: { name: true, appId: true } },
} as const;

function findExported(ids: string[]) {
  return db().code.findMany({
    where: { id: { in: ids }, deletedAt: null, status: 'READY' },
    select: exported,
  });
}

export type ExportedCode = Awaited<ReturnType<typeof findExported>>[number];

/** The codes of a selection that have a picture, in the order of the selection, read a few hundred rows at a time. */
export async function* exportedCodes(codeIds: string[]): AsyncGenerator<ExportedCode> {
  for (let start = 0; start < codeIds.length; start += PAGE_ROWS) {
    const ids = codeIds.slice(start, start + PAGE_ROWS);
    const found = new Map((await findExported(ids)).map((code) => [code.id, code]));
    for (const id of ids) {
      const code = found.get(id);
      if (code) yield code;
    }
  }
}
