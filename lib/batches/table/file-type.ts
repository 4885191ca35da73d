import { refusal } from './refuse';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of .xls and of encrypted .xlsx (OLE 2). */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [...Buffer.from('%PDF-')];
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const WIDE_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
/** A text file has no NUL in its beginning; pictures, PDFs and programs do. */
const PROBE_BYTES = 8_192;

const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, index) => bytes[index] === byte);

/** Systems that "export to Excel" often write a web page and call it .xls. */
function isMarkup(probe: Uint8Array): boolean {
  return /^\uFEFF?\s*<(?:!doctype|html|head|meta|table|\?xml)/i.test(new TextDecoder().decode(probe));
}

function isText(bytes: Uint8Array): boolean {
  if (WIDE_MARKS.some((mark) => startsWith(bytes, mark))) return true;
  const probe = bytes.subarray(0, PROBE_BYTES);
  return !probe.includes(0) && !startsWith(probe, PDF) && !isMarkup(probe);
}

/**
 * What a dropped file is, by its content and not by its name.
 * @throws AppError INVALID_INPUT (fileEmpty, fileOldExcel, fileLocked, fileType)
 */
export function fileTypeOf(bytes: Uint8Array): 'csv' | 'xlsx' {
  if (bytes.length === 0) throw refusal('file', 'fileEmpty');
  if (startsWith(bytes, ZIP)) return 'xlsx';
  if (startsWith(bytes, OLE))
    throw refusal('file', Buffer.from(bytes).includes(ENCRYPTED) ? 'fileLocked' : 'fileOldExcel');
  if (!isText(bytes)) throw refusal('file', 'fileType');
  return 'csv';
}
