import type { Preset } from '@/lib/batches/draft/draft-types';
import { ROW_FIELDS, type BatchPlan, type FieldSource } from './plan';
import { columnsOfTemplate } from './template';

type Applied = {
  plan: BatchPlan;
  /** Columns that the preset wants and this table has not, each once. */ missing: string[];
};

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase();

/** The source for a table with these columns, or the names that are not there. */
function moveSource(source: FieldSource, from: string[], to: string[]): FieldSource | string[] {
  if (source.from === 'fixed') return source;
  if (source.from === 'template') {
    const absent = columnsOfTemplate(source.template).filter((name) => !to.includes(name));
    return absent.length > 0 ? absent : source;
  }
  const name = from[source.column] ?? '';
  const column = to.findIndex((candidate) => same(candidate, name));
  return column === -1 ? [name] : { ...source, column };
}

/**
 * A preset's plan for a table with other columns: they are found by their names, wherever they stand. A field whose
 * column is not there is left out and named.
 */
export function applyPreset(preset: Pick<Preset, 'plan' | 'columns'>, columns: string[]): Applied {
  const missing = new Set<string>();
  const fields: BatchPlan['fields'] = {};
  for (const field of ROW_FIELDS) {
    const source = preset.plan.fields[field];
    if (!source) continue;
    const moved = moveSource(source, preset.columns, columns);
    if (Array.isArray(moved)) moved.forEach((name) => missing.add(name));
    else fields[field] = moved;
  }
  return { plan: { ...preset.plan, fields }, missing: [...missing] };
}
