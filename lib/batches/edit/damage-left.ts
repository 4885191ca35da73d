import { DAMAGES, type Damage, type Finding, type Table } from '@/lib/batches/table/table';

/** What is to be said of a table after edits: damaged cells are counted anew, the rest was true of what was read. */
export function damageLeft(findings: Finding[], { columns, rows }: Table): Finding[] {
  const found = new Map<string, Finding>();
  for (const { line, cells, damage = {} } of rows)
    for (const [position, kind] of Object.entries(damage)) {
      const column = Number(position);
      const name = columns[column] ?? '';
      const known = found.get(kind) ?? firstOf(kind, line, cells[column] ?? '');
      known.count += 1;
      if (!known.columns.includes(name)) known.columns.push(name);
      found.set(kind, known);
    }
  const isDamage = ({ kind }: Finding) => DAMAGES.some((damage) => damage === kind);
  return [
    ...DAMAGES.flatMap((kind) => found.get(kind) ?? []),
    ...findings.filter((finding) => !isDamage(finding)),
  ];
}

function firstOf(kind: Damage, firstLine: number, sample: string): Finding {
  return { kind, count: 0, firstLine, columns: [], sample: sample.trim() };
}
