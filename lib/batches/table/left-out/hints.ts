import { meaningOfHeader } from '@/lib/batches/table/header/header-words';
import { filledCells, type RawRow } from '@/lib/batches/table/raw-row';

// Templates say under their column names what is to be filled in: `必填，最多 32 个字符`, `如：A01`, `Required`, `varchar(32)`.

/** Nobody writes more of them. */
const HINTS_MAX = 4;
/** Enough to see whether such words are what the table is about. */
const PROBE_ROWS = 20;

/** Texts that tell somebody what to fill in. What could be the name of a shop needs its punctuation. */
const INSTRUCTION = new RegExp(
  [
    '^[（(【[*＊]*\\s*(?:必填|必输|必选|选填|非必填|非必须|可不填|可为空|可空|不必填|不可为空|不能为空|请[填输选勿参])',
    '^[（(【[*＊]*\\s*(?:填写|举?例\\s*[:：)）\\]】]|例如|比如|如\\s*[:：]|示例\\s*[:：]|样例\\s*[:：]|范例\\s*[:：]|格式\\s*[:：为]|仅支持|不超过|不得超过|不多于)',
    '^[（(【[*＊]*\\s*(?:最[多长大]\\s*\\d|至少\\s*\\d|限\\s*\\d|长度\\s*[不≤<:：为\\d]|自动生成|系统生成|下拉选择|从.{0,12}选择|唯一(?:[，,；;。]|$)|可选(?:[，,；;。]|$))',
    '(?:必填|选填|不超过\\s*\\d+\\s*个?(?:字符|字|位)|\\d+\\s*个?(?:字符|字|位)(?:以内|之内|以下))[)）。]?$',
    '^[([*]*\\s*(?:required|optional|mandatory)(?=$|\\s*[.,;:()*]|\\s+(?:field|max|if|when|unless|for)\\b)',
    '^[([*]*\\s*(?:e\\.g\\.?|eg[.:]|ex[.:]|for example|example\\s*:|sample\\s*:)',
    '^[([*]*\\s*(?:max(?:imum|\\.)?\\s+(?:length|of\\b|\\d)|up to \\d|at most \\d|must (?:be|not|match|contain|have)\\b|unique(?:$|[,;.]))',
    '^[([*]*\\s*(?:(?:please )?(?:enter|fill in|select|choose|type) (?:the|a|an|your|one|from)\\b|do not\\b|leave (?:blank|empty)|auto[- ]generated)',
    '\\b(?:characters|chars)(?: max(?:imum)?| or (?:less|fewer))?[).]?$',
  ].join('|'),
  'i',
);

/** The kind of value, as a program's template names it, or a unit. */
const KIND =
  /^[（(]?(?:文本|文字|字符串?|数字|数值|整数|小数|布尔|枚举|日期时间|字符串?[(（]\d+[)）]|string|text|n?(?:var)?char(?:\s?\(\d+\))?|int(?:eger)?|bigint|number|float|decimal(?:\([\d,]+\))?|double|bool(?:ean)?|datetime|enum|㎡|平方米|m²|m2|万?元|元\/[月年天]|公里|km|kg|公斤|天|小时|分钟|cm|mm|px)[)）]?$/i;
/** What stands beside them: `是`, `N`, `-`. */
const MARK = /^(?:是|否|无|y|n|yes|no|m|o|\*|-|—|\/|√|×)$/i;

/** `示例` before a whole row that shows how it is done. */
const EXAMPLE = /^[（(【[]?(?:示例|样例|范例|示范|举例|例|example|sample|e\.g\.?)\s*\d*[)）】\]]?\s*[:：]?$/i;

/** Says of its whole row that it goes. */
const TO_DELETE = /删除(?:此|本|该|这)一?行|(?:delete|remove) this (?:row|line|example)/i;

const [DIGIT_ONE, LETTER_A] = [1, 10];
/** In base 36: from 1 on digits, from 10 on letters. */
const columnLabel = (from: number, index: number) =>
  from === DIGIT_ONE ? String(index + 1) : (from + index).toString(36).toUpperCase();

const isInstruction = (cell: string) => INSTRUCTION.test(cell);
const isKind = (cell: string) => KIND.test(cell);

function isInstructionRow(row: RawRow, width: number): boolean {
  const filled = filledCells(row);
  if ((width > 1 && EXAMPLE.test(filled[0] ?? '')) || filled.some((cell) => TO_DELETE.test(cell)))
    return true;
  const telling = filled.filter((cell) => isInstruction(cell) || isKind(cell) || MARK.test(cell));
  return filled.some(isInstruction) && telling.length * 2 >= filled.length;
}

function isKindRow(row: RawRow, width: number): boolean {
  const filled = filledCells(row);
  return width > 1 && filled.some(isKind) && filled.every((cell) => isKind(cell) || MARK.test(cell));
}

function sameMeaning(left: string, right: string): boolean {
  const [one, other] = [meaningOfHeader(left), meaningOfHeader(right)];
  if (!one || one.kind !== other?.kind) return false;
  return JSON.stringify(one) === JSON.stringify(other) || (one.kind === 'name' && other.kind === 'name');
}

/** The names once more in another language: `store_code`, `store_name` under `门店编号`, `门店名称`. */
function isTranslation(row: RawRow, header: string[]): boolean {
  const pairs = header
    .map((name, index) => ({ name: name.trim(), cell: (row.cells[index] ?? '').trim() }))
    .filter(({ name, cell }) => name !== '' && cell !== '' && name !== cell);
  if (pairs.length < 2 || pairs.some(({ cell }) => /^\d/.test(cell))) return false;
  return pairs.filter(({ name, cell }) => sameMeaning(name, cell)).length * 3 >= pairs.length * 2;
}

/** `1`, `2`, `3` or `A`, `B`, `C` under the names, as forms number their columns, above rows that are no numbers. */
function numbersColumns(row: RawRow, next: RawRow | undefined, width: number): boolean {
  const isNumbered = (from: number) =>
    filledCells(row).every((cell, index) => cell.replace(/^[（(]|[）)]$/g, '') === columnLabel(from, index));
  if (width < 3 || filledCells(row).length !== width || !next) return false;
  const isAllNumbers = filledCells(next).every((cell) => /^\d+$/.test(cell));
  return (isNumbered(DIGIT_ONE) && !isAllNumbers) || isNumbered(LETTER_A);
}

/**
 * How many of these rows, which stand directly under the header, tell what to fill in. None where the rows below say such
 * things too (then that is what the table is about), and none where nothing else would be left.
 */
export function countHints(rows: RawRow[], header: string[]): number {
  const width = header.filter((cell) => cell.trim() !== '').length;
  const isHint = (row: RawRow) => isInstructionRow(row, width) || isKindRow(row, width);
  let count = 0;
  for (const [at, row] of rows.slice(0, HINTS_MAX).entries()) {
    if (!isHint(row) && !isTranslation(row, header) && !numbersColumns(row, rows[at + 1], width)) break;
    count += 1;
  }
  return count === rows.length || rows.slice(count, count + PROBE_ROWS).some(isHint) ? 0 : count;
}
