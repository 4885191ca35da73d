import { parse } from 'csv-parse/sync';
import { Ending } from './exit';

const TEXTS = ['scene', 'path', 'page', 'name', 'note', 'envVersion'];
const SWITCHES = ['autoColor', 'isHyaline', 'checkPath'];
const FIELDS = [...TEXTS, ...SWITCHES, 'width'];

function valueOf(field: string, cell: string): unknown {
  if (field === 'width') return Number(cell);
  return SWITCHES.includes(field) ? /^(?:true|1|yes)$/i.test(cell) : cell;
}

/** Rows of a CSV in UTF-8 whose columns are called as the fields of the API are. Empty cells are left out. @throws Ending */
export function readRows(bytes: Buffer): Record<string, unknown>[] {
  let records: Record<string, string>[];
  try {
    records = parse(bytes, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new Ending('wrongUse', `The file is no CSV: ${error instanceof Error ? error.message : error}`);
  }
  const unknown = Object.keys(records[0] ?? {}).filter((column) => !FIELDS.includes(column));
  if (unknown.length > 0)
    throw new Ending(
      'wrongUse',
      `Columns must be called ${FIELDS.join(', ')}; these are not: ${unknown.join(', ')}`,
    );
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([field, cell]) => (cell === '' ? [] : [[field, valueOf(field, cell)]])),
    ),
  );
}
