import 'server-only';
import { pMapIterable } from 'p-map';
import type { Actor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { isUnreleased } from '@/lib/codes/released';
import { isStored } from '@/lib/codes/picture/picture';
import { parseDesign, refuse, requireOrder, requireScannable } from '@/lib/exports/parse-options';
import { nameValues, type ExportRecord } from '@/lib/exports/scope/record';
import { exportRecords } from '@/lib/exports/scope/records';
import { resolveScope, scopeColumns } from '@/lib/exports/scope/scope';
import { keptDesign } from './designs/kept-design';
import { hasLogo, isSquare } from './logo';
import { inOrder, orderKey, SORT_MAX_CODES } from './piece-order';
import { placePiece, readDesign, type ReadDesign } from './place-piece';
import { lostOf, type PrintCheck, type PrintProblem, type PrintSample } from './print-types';
import { sampleOf, SAMPLES } from './samples';

/** Rows that a problem names; the rest is counted. */
const NAMED_ROWS = 8;
/** Pictures that are looked for at once. */
const LOOKS = 32;

/** `text`: what of it is named at the row; null where the number says it all. */
type Found = Pick<PrintProblem, 'kind'> & { text: string | null };

function addProblem(problems: PrintProblem[], { kind, text }: Found, row: number): void {
  const known = problems.find((problem) => problem.kind === kind);
  const problem = known ?? { kind, count: 0, rows: [] };
  if (!known) problems.push(problem);
  problem.count += 1;
  if (text !== null && problem.rows.length < NAMED_ROWS) problem.rows.push({ row, text });
}

/** Customers cannot open it, however well it is printed. */
function unopened(code: ExportRecord['code']): Found['kind'] | null {
  if (isUnreleased(code)) return 'unreleased';
  return code.miniProgram.mode === 'SANDBOX' ? 'practice' : null;
}

/** Whether a piece says what stands in a column of its row. */
const usesColumns = ({ texts, logos }: ReadDesign) =>
  logos.size > 0 || [...texts.values()].flat().some(({ kind }) => kind === 'column');

/** What is wrong with one piece; the same with two of its texts is one problem. */
function foundOn(read: ReadDesign, record: ExportRecord): Found[] {
  const found = new Map<Found['kind'], string | null>();
  const closed = unopened(record.code);
  if (closed) found.set(closed, null);
  if (record.isOutdated && usesColumns(read)) found.set('oldCells', record.name);
  if (hasLogo(read.design) && isSquare(record.code)) found.set('squareCode', record.name);
  for (const { kind, text } of placePiece(read, nameValues(record)).problems) {
    const before = found.get(kind);
    found.set(kind, before ? `${before} · ${text}` : text);
  }
  return [...found].map(([kind, text]) => ({ kind, text }));
}

/** Finds the pieces of the first sheet. */
function firstInOrder(order: string) {
  const all: PrintSample[] = [];
  const isGiven = order === 'given';
  const most = isGiven ? SAMPLES : SORT_MAX_CODES;
  return {
    add: (record: ExportRecord) => {
      if (all.length < most) all.push(sampleOf(record));
    },
    /** @param isWhole nothing is left out: those that come as they are were read with the page */
    samples: (isWhole: boolean) => {
      if (isGiven) return isWhole ? null : all;
      return inOrder(all, ({ values }) => orderKey(order, values)).slice(0, SAMPLES);
    },
  };
}

const isReady = ({ code }: ExportRecord) => code.status === 'READY';

/** Each with whether the store has lost its picture. */
const looked = (records: AsyncIterable<ExportRecord>) =>
  pMapIterable(
    records,
    async (record) => ({ record, isLost: isReady(record) && !(await isStored(record.code)) }),
    { concurrency: LOOKS, backpressure: LOOKS },
  );

/**
 * What will not be printed, or not look as it was meant, over all pieces, before anything is made. The sheet changes nothing
 * of it but of a design that fills its place.
 * @param fields which codes, as of `createExport`, `design` and `order`; for one that fills its place `stock` and what belongs to it
 * @param signal of whoever asked: a table of 100,000 rows is not walked for nobody
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export async function checkPrint(
  actor: Actor,
  fields: URLSearchParams,
  signal?: AbortSignal,
): Promise<PrintCheck> {
  const scope = await resolveScope(actor, fields);
  const design = parseDesign(Object.fromEntries(fields), await keptDesign(actor, fields));
  requireScannable(design);
  const columns = await scopeColumns(scope);
  const order = fields.get('order') ?? 'given';
  requireOrder(order, columns);
  const { read, issue } = readDesign(design, columns);
  if (!read) return refuse('design', issue);
  const check: PrintCheck = { pieces: 0, without: 0, problems: [], samples: null };
  const first = firstInOrder(order);
  const records = exportRecords(scope, { ready: false, until: clock.now(), sees: actor.sees });
  for await (const { record, isLost } of looked(records)) {
    signal?.throwIfAborted();
    if (!isReady(record)) check.without += 1;
    else if (isLost) addProblem(check.problems, { kind: 'lostPicture', text: record.name }, record.row);
    else {
      check.pieces += 1;
      first.add(record);
      for (const found of foundOn(read, record)) addProblem(check.problems, found, record.row);
    }
  }
  const isWhole = lostOf(check) === 0 && !scope.onlyReleased;
  return { ...check, samples: first.samples(isWhole) };
}
