import 'server-only';
import { db } from '@/lib/db/client';
import type { ExportRecord } from '@/lib/exports/scope/record';
import type { VectorFacts } from '@/lib/print/vector/vector';

const AT_ONCE = 500;

type Printed = {
  exportId: string;
  position: number;
  codeId: string;
  row: number;
  name: string;
  imageSha256: string;
  drawnAs: VectorFacts['drawnAs'] | null;
  differencePercent: number | null;
};

/**
 * Writes down which codes stand on a print, as they were then, while it is drawn. What an attempt before has written is
 * replaced: it was not finished.
 */
export async function keepPrinted(exportId: string) {
  await db().printedCode.deleteMany({ where: { exportId } });
  let waiting: Printed[] = [];
  let position = 0;
  const finish = async () => {
    // Two processes may draw the same print for a while; they write the same codes.
    await db().printedCode.createMany({ data: waiting, skipDuplicates: true });
    waiting = [];
  };
  return {
    add: async ({ code, row, name }: ExportRecord, facts: VectorFacts | null) => {
      const then = { codeId: code.id, row, name, imageSha256: code.imageSha256 ?? '' };
      const { drawnAs, differencePercent } = facts ?? { drawnAs: null, differencePercent: null };
      waiting.push({ exportId, position, ...then, drawnAs, differencePercent });
      position += 1;
      if (waiting.length === AT_ONCE) await finish();
    },
    finish,
  };
}
