import 'server-only';

// The parts of a workbook (ECMA-376) that has pictures in its cells. Streaming writers of spreadsheets leave pictures out, and
// those that have them hold the whole file; this one writes row after row (DECISIONS, 87).

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument';

const EMU_PER_MM = 36_000;
const PT_PER_MM = 72 / 25.4;
/** A cell of a spreadsheet takes no more. */
const CELL_MAX_CHARS = 32_767;

/** Of a row with a picture, and of the picture in it. */
const ROW_MM = 28;
const PICTURE_MM = 26;
const MARGIN_MM = (ROW_MM - PICTURE_MM) / 2;
/** In characters of the usual font: a little wider than a row is high. */
const PICTURE_COLUMN_CHARS = 16;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What a spreadsheet would read as the number of a character: `_x0041_` stays these seven. */
const LOOKS_ESCAPED = /_(?=x[\da-f]{4}_)/gi;

/** As XML may hold it: control characters and halves of pairs are left out. */
function escaped(text: string): string {
  return text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');
}

/** A, B … Z, AA … @param column from 0 */
function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

const STYLE = { text: 0, head: 1 };

/** All cells are texts: a number as long as a shop's keeps all its digits, and nothing becomes a formula. */
function row(number: number, cells: readonly string[], { style, mm }: { style: number; mm: number }): string {
  const written = cells.map((cell, at) => {
    const text = escaped(cell.slice(0, CELL_MAX_CHARS));
    const place = `r="${letters(at)}${number}" s="${style}"`;
    return text === ''
      ? `<c ${place}/>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  const height = `ht="${(mm * PT_PER_MM).toFixed(2)}" customHeight="1"`;
  return `<row r="${number}" ${height}>${written.join('')}</row>`;
}

/** @param columns the first one is that of the pictures */
export function sheetHead(columns: readonly { head: string; chars: number }[]): string {
  const cols = [PICTURE_COLUMN_CHARS, ...columns.slice(1).map(({ chars }) => chars)].map(
    (chars, at) => `<col min="${at + 1}" max="${at + 1}" width="${chars}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${cols.join('')}</cols><sheetData>`,
    row(
      1,
      columns.map(({ head }) => head),
      { style: STYLE.head, mm: 8 },
    ),
  ].join('');
}

/** @param number of the row in the sheet, from 2 @param cells without that of the picture */
export function sheetRow(number: number, cells: readonly string[], hasPicture: boolean): string {
  return row(number, ['', ...cells], { style: STYLE.text, mm: hasPicture ? ROW_MM : 8 });
}

export function sheetTail(columns: number, lastRow: number): string {
  return `</sheetData><autoFilter ref="A1:${letters(columns - 1)}${lastRow}"/><drawing r:id="rId1"/></worksheet>`;
}

export type Placed = {
  /** Of the row in the sheet, from 2. */
  row: number;
  file: string;
  /** What is read out instead of it. */
  name: string;
  widthPx: number | null;
  heightPx: number | null;
};

type Point = { row: number; x: number; y: number };

const corner = (tag: string, { row: number, x, y }: Point) =>
  [
    `<xdr:${tag}><xdr:col>0</xdr:col><xdr:colOff>${Math.round(x * EMU_PER_MM)}</xdr:colOff>`,
    `<xdr:row>${number - 1}</xdr:row><xdr:rowOff>${Math.round(y * EMU_PER_MM)}</xdr:rowOff></xdr:${tag}>`,
  ].join('');

/** Inside of its cell, so that it is sorted, filtered and copied along with its row. @param at from 0 */
function anchor({ row: number, name, widthPx, heightPx }: Placed, at: number): string {
  const [width, height] = [widthPx || 1, heightPx || 1];
  const scale = PICTURE_MM / Math.max(width, height);
  const end = { x: MARGIN_MM + width * scale, y: MARGIN_MM + height * scale };
  const label = escaped(name);
  return [
    '<xdr:twoCellAnchor>',
    corner('from', { row: number, x: MARGIN_MM, y: MARGIN_MM }),
    corner('to', { row: number, ...end }),
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${at + 2}" name="${label}" descr="${label}"/>`,
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>',
    `<xdr:blipFill><a:blip r:embed="rId${at + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    '<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
    '<xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

/** @param links of one part to others: their kinds and where they lie */
function relationships(links: readonly (readonly [kind: string, target: string])[]): string {
  const list = links.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

/** The pictures in the order of the rows, and where each lies. @returns path and text of the parts */
export function drawingParts(placed: readonly Placed[]): [path: string, text: string][] {
  const spaces = `xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"`;
  const drawing = `${HEAD}<xdr:wsDr ${spaces}>${placed.map(anchor).join('')}</xdr:wsDr>`;
  const files = placed.map(({ file }) => ['image', `../media/${file}`] as const);
  return [
    ['xl/drawings/drawing1.xml', drawing],
    ['xl/drawings/_rels/drawing1.xml.rels', relationships(files)],
  ];
}

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const CENTERED = '<alignment vertical="center" wrapText="1"/>';
const STYLES = [
  `${HEAD}<styleSheet xmlns="${MAIN}">`,
  `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  // Texts, in Excel's own sense: what is typed over one stays a text too.
  `<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${CENTERED}</xf>`,
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${CENTERED}</xf></cellXfs>`,
  '</styleSheet>',
].join('');

const part = (path: string, kind: string) =>
  `<Override PartName="/${path}" ContentType="${CONTENT}.${kind}+xml"/>`;
const CONTENT_TYPES = [
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  '<Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>',
  part('xl/workbook.xml', 'spreadsheetml.sheet.main'),
  part('xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'),
  part('xl/styles.xml', 'spreadsheetml.styles'),
  part('xl/drawings/drawing1.xml', 'drawing'),
  '</Types>',
].join('');

/** A name of a sheet has no more characters than this, and none of these. */
const sheetName = (name: string) => escaped(name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31));

/** What a workbook of one sheet has beside its rows and pictures. @returns path and text of the parts */
export function frameParts(name: string): [path: string, text: string][] {
  const sheets = `<sheets><sheet name="${sheetName(name)}" sheetId="1" r:id="rId1"/></sheets>`;
  return [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheets}</workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/_rels/sheet1.xml.rels', relationships([['drawing', '../drawings/drawing1.xml']])],
  ];
}
