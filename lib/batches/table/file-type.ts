import { refusal } from './refuse';
import type { TableFormat } from './table';
import { wideEncoding } from './text/text-encoding';
import { zipNames } from './workbook/zip-size';

/** What people drop by mistake; each has its word in the text of the refusal `fileKind`. */
type OtherKind = (typeof SIGNATURES)[number]['kind'] | 'numbers' | 'word' | 'slides' | 'page' | 'json';

const startsWith = (bytes: Uint8Array, mark: number[], at = 0) =>
  mark.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

const ZIP = ascii('PK\x03\x04');
/** An archive without any file. */
const EMPTY_ZIP = ascii('PK\x05\x06');
/** The container of .xls, .doc, .ppt and of encrypted .xlsx (OLE 2). */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** The beginning of a worksheet of Excel 2 to 5 that stands without a container. */
const RAW_BIFF = [0x00, 0x02, 0x04, 0x08].map((version) => [0x09, version]);
const WIDE_MARKS = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

const SIGNATURES = [
  { kind: 'pdf', mark: ascii('%PDF-') },
  { kind: 'image', mark: [0x89, ...ascii('PNG')] },
  { kind: 'image', mark: [0xff, 0xd8, 0xff] },
  { kind: 'image', mark: ascii('GIF8') },
  { kind: 'image', mark: ascii('II*\0') },
  { kind: 'image', mark: ascii('MM\0*') },
  { kind: 'image', mark: ascii('WEBP'), at: 8 },
  { kind: 'image', mark: ascii('ftyphei'), at: 4 },
  { kind: 'image', mark: ascii('ftypmif'), at: 4 },
  { kind: 'image', mark: ascii('ftypavif'), at: 4 },
  { kind: 'image', mark: ascii('8BPS') },
  { kind: 'image', mark: ascii('BM') },
  { kind: 'media', mark: ascii('ftyp'), at: 4 },
  { kind: 'media', mark: ascii('ID3') },
  { kind: 'media', mark: ascii('RIFF') },
  { kind: 'archive', mark: EMPTY_ZIP },
  { kind: 'archive', mark: ascii('Rar!') },
  { kind: 'archive', mark: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'archive', mark: [0x1f, 0x8b] },
  { kind: 'archive', mark: ascii('BZh') },
  { kind: 'archive', mark: [0xfd, ...ascii('7zXZ')] },
  { kind: 'archive', mark: ascii('ustar'), at: 257 },
  { kind: 'database', mark: [0, 1, 0, 0, ...ascii('Standard ')] },
  { kind: 'database', mark: ascii('SQLite format 3') },
  { kind: 'word', mark: ascii('{\\rtf') },
  { kind: 'program', mark: ascii('MZ') },
  { kind: 'program', mark: [0x7f, ...ascii('ELF')] },
] as const;

function otherKind(kind: OtherKind): never {
  throw refusal('file', 'fileKind', { kind });
}

const has = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(text, 'utf16le'));

/** What an OLE container holds, by the names of its streams. */
function oleFormat(bytes: Uint8Array): TableFormat {
  if (has(bytes, 'EncryptedPackage')) throw refusal('file', 'fileLocked');
  if (has(bytes, 'Workbook') || has(bytes, 'Book')) return 'xls';
  if (has(bytes, 'WordDocument')) return otherKind('word');
  if (has(bytes, 'PowerPoint Document')) return otherKind('slides');
  throw refusal('file', 'fileBroken');
}

type Found = { format: TableFormat } | { other: OtherKind };

/** What a ZIP is by the names of its parts, first match first. */
const PARTS: [RegExp, Found][] = [
  [/^\/?xl\/workbook\.xml$/i, { format: 'xlsx' }],
  [/^\/?xl\/workbook\.bin$/i, { format: 'xlsb' }],
  [/^word\//i, { other: 'word' }],
  [/^ppt\//i, { other: 'slides' }],
  [/^Index\/(?:Slide|MasterSlide)/, { other: 'slides' }],
  [/^Index(?:\.zip|\/(?:Tables|CalculationEngine))/, { other: 'numbers' }],
  [/^Index\//, { other: 'word' }],
  [/^\[Content_Types\]\.xml$/, { format: 'xlsx' }],
];

/** The kind of an OpenDocument file stands uncompressed at its beginning. */
function openDocument(bytes: Uint8Array): Found {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  if (head.includes('opendocument.text')) return { other: 'word' };
  return head.includes('opendocument.presentation') ? { other: 'slides' } : { format: 'ods' };
}

async function zipFormat(bytes: Buffer): Promise<TableFormat> {
  const names = await zipNames(bytes).catch(() => {
    throw refusal('file', 'fileBroken');
  });
  const part = PARTS.find(([pattern]) => names.some((name) => pattern.test(name)));
  const isOpen =
    names.includes('content.xml') &&
    names.some((name) => name === 'mimetype' || name.startsWith('META-INF/'));
  const found = part?.[1] ?? (isOpen ? openDocument(bytes) : { other: 'archive' as const });
  return 'other' in found ? otherKind(found.other) : found.format;
}

/** What the text of a file says it is; systems that "export to Excel" often write a web page and call it .xls. */
function markupFormat(probe: string): TableFormat | null {
  const text = probe.replace(/^\uFEFF?\s*/, '');
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(text) && /^<\?|^<\w*:?workbook/i.test(text))
    return 'xml';
  if (/opendocument:xmlns:office/i.test(text)) return 'ods';
  if (/^MIME-Version:/i.test(text)) return 'html';
  if (/^<svg|^<\?xml[^>]*>\s*(?:<!--.*?-->\s*)?<(?:!DOCTYPE )?svg/is.test(text)) return otherKind('image');
  if (
    /^(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|style|div|center|script)\b/is.test(text)
  )
    return 'html';
  if (/^<\?xml/i.test(text)) return /<html|<table/i.test(text) ? 'html' : otherKind('page');
  return jsonOrText(text);
}

/** DIF and SYLK: workbooks written as text. */
const isWorkbookText = (text: string) =>
  /^TABLE\r?\n0,1\r?\n"/.test(text) || /^ID;P[^\n]*\r?\n(?:[A-Z]{1,3};|E\s)/.test(text);

/** A table may begin with a bracket; JSON has a name and a colon, or an object in a list. */
function jsonOrText(text: string): null {
  const isBracketed = /^[[{]\s*["{[]/.test(text) && /["\d}\]]\s*[,:}\]]/.test(text);
  return isBracketed && /^\{\s*"[^"]*"\s*:|^\[\s*\{\s*"/.test(text) ? otherKind('json') : null;
}

/** Whatever is sent before a PDF does not keep readers from opening it. */
const PDF_SOON = /^[\s\xef\xbb\xbf]*%PDF-\d/;
const PDF_WITHIN_BYTES = 1_024;

/** A text file has no NUL in its beginning; pictures and programs do. */
const PROBE_BYTES = 8_192;

function textFormat(bytes: Uint8Array): TableFormat {
  const probe = bytes.subarray(0, PROBE_BYTES);
  const marked = WIDE_MARKS.find(({ mark }) => startsWith(bytes, mark))?.encoding;
  const wide = marked ?? wideEncoding(bytes);
  if (!wide && probe.includes(0)) throw refusal('file', 'fileType');
  const text = new TextDecoder(wide ?? 'utf-8').decode(probe);
  return isWorkbookText(text) ? 'text' : (markupFormat(text) ?? 'csv');
}

function signatureOf(bytes: Buffer): OtherKind | null {
  if (PDF_SOON.test(bytes.subarray(0, PDF_WITHIN_BYTES).toString('latin1'))) return 'pdf';
  const known = SIGNATURES.find((one) => startsWith(bytes, [...one.mark], 'at' in one ? one.at : 0));
  if (!known) return null;
  // Two or three letters are a kind only where the rest is no text.
  const isSure =
    known.mark.length > 3 || bytes.subarray(0, PROBE_BYTES).includes(0) || known.kind === 'archive';
  return isSure ? known.kind : null;
}

/**
 * What a dropped file is, by its content and not by its name.
 * @throws AppError INVALID_INPUT (fileEmpty, fileLocked, fileBroken, fileKind with the kind, fileType)
 */
export async function fileTypeOf(bytes: Buffer): Promise<TableFormat> {
  if (bytes.length === 0) throw refusal('file', 'fileEmpty');
  if (startsWith(bytes, ZIP)) return zipFormat(bytes);
  if (startsWith(bytes, OLE)) return oleFormat(bytes);
  const known = signatureOf(bytes);
  if (known) return otherKind(known);
  if (RAW_BIFF.some((mark) => startsWith(bytes, mark)) && bytes.subarray(0, 16).includes(0)) return 'xls';
  return textFormat(bytes);
}
