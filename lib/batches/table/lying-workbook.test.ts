import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readFile } from './read-file';

const CENTRAL = Buffer.from('504b0102', 'hex');
const LOCAL = Buffer.from('504b0304', 'hex');

/** The same workbook, one part of which says in both of its headers that it unpacks to so many bytes. */
function claiming(workbook: Buffer, part: string, bytes: number): Buffer {
  const lying = Buffer.from(workbook);
  for (const { mark, sizeAt, nameAt } of [
    { mark: LOCAL, sizeAt: 22, nameAt: 30 },
    { mark: CENTRAL, sizeAt: 24, nameAt: 46 },
  ])
    for (let at = lying.indexOf(mark); at >= 0; at = lying.indexOf(mark, at + 1)) {
      const name = lying.toString('latin1', at + nameAt, at + nameAt + part.length);
      if (name === part) lying.writeUInt32LE(bytes, at + sizeAt);
    }
  return lying;
}

const read = (bytes: Buffer) => readFile(bytes, '桌码.xlsx', {});

test('a workbook that lies about the size of a sheet is stopped before it is unpacked, however well it could be read', async () => {
  const rows = [['scene'], ...Array.from({ length: 200 }, (_, index) => [`A${index}`])];
  const honest = Buffer.from(await writeXlsx({ sheets: [{ name: '一', rows }] }));
  expect((await read(honest)).table.rows).toHaveLength(200);
  const sheet = 'xl/worksheets/sheet1.xml';
  for (const claimed of [0, 10, 1_000]) {
    const lying = claiming(honest, sheet, claimed);
    expect(lying.equals(honest)).toBe(false);
    await expect(read(lying)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'file', key: 'batchIssues.fileBroken' }],
    });
  }
});
