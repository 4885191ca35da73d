import { buffer } from 'node:stream/consumers';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { fileTypeOf } from './file-type';

/** The format, or why the file is none: its kind, or the key of the refusal. */
const typeOf = (content: string | Uint8Array): Promise<string> =>
  fileTypeOf(Buffer.from(content)).catch(
    (error: { issues: { field: string; key: string; values: { kind?: string } }[] }) => {
      const [issue] = error.issues;
      return issue?.field === 'file' ? (issue.values.kind ?? issue.key.replace('batchIssues.', '!')) : '?';
    },
  );

/** A file that begins so, and holds zeros behind. */
const binary = (head: string, at = 0) =>
  Buffer.concat([Buffer.alloc(at), Buffer.from(head, 'latin1'), Buffer.alloc(64)]);

function zipOf(...names: string[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const name of names) zip.addBuffer(Buffer.from('x'), name, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}

const oleOf = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ]);

describe('what a file is by its first bytes', () => {
  test.each([
    ['pdf', '%PDF-1.4\n'],
    ['pdf', '\xef\xbb\xbf\n %PDF-2'],
    ['image', '\x89PNG\r\n'],
    ['image', '\xff\xd8\xff\xe0'],
    ['image', 'GIF89a'],
    ['image', 'II*\0'],
    ['image', 'MM\0*'],
    ['image', 'RIFF\0\0\0\0WEBP'],
    ['image', '\0\0\0\x18ftypheic'],
    ['image', '\0\0\0\x18ftypmif1'],
    ['image', '\0\0\0\x18ftypavif'],
    ['image', '8BPS'],
    ['image', 'BM'],
    ['media', '\0\0\0\x18ftypisom'],
    ['media', 'ID3'],
    ['media', 'RIFF\0\0\0\0WAVE'],
    ['archive', 'PK\x05\x06'],
    ['archive', 'Rar!'],
    ['archive', '7z\xbc\xaf'],
    ['archive', '\x1f\x8b'],
    ['archive', 'BZh'],
    ['archive', '\xfd7zXZ'],
    ['database', '\0\x01\0\0Standard Jet DB'],
    ['database', 'SQLite format 3'],
    ['word', '{\\rtf1'],
    ['program', 'MZ'],
    ['program', '\x7fELF'],
    ['xls', '\x09\x08'],
    ['xls', '\x09\x00'],
    ['!fileType', 'a,b\n'],
  ])('is %s: %j', async (kind, head) => {
    expect(await typeOf(binary(head))).toBe(kind);
  });

  test('is an archive by a word behind its first 257 bytes', async () => {
    expect(await typeOf(Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar')]))).toBe('archive');
  });

  test.each([
    'BM,桌号\nA1,1\n',
    'MZ\n1\n',
    'ID3,x\n1,2\n',
    '\tx\n',
    'PDF-1\n',
    'see %PDF-1.4\n',
    'RIF,F\n',
    'II*,x\n',
  ])('is a text that begins with such letters: %j', async (text) => expect(await typeOf(text)).toBe('csv'));

  test.each(['\x1f\x8bxyz', 'BZh91AY', 'Rar!x'])('is an archive also without a zero: %j', async (head) => {
    expect(await typeOf(Buffer.from(head, 'latin1'))).toBe('archive');
  });

  test('is nothing without a byte', async () => {
    expect(await typeOf('')).toBe('!fileEmpty');
  });
});

describe('a ZIP is known by its parts', () => {
  test.each([
    ['xlsx', ['[Content_Types].xml', 'xl/workbook.xml']],
    ['xlsx', ['XL/Workbook.xml']],
    ['xlsb', ['[Content_Types].xml', 'xl/workbook.bin']],
    ['xlsx', ['[Content_Types].xml']],
    ['word', ['[Content_Types].xml', 'word/document.xml']],
    ['slides', ['[Content_Types].xml', 'ppt/presentation.xml']],
    ['slides', ['Index/Slide.iwa', 'Index/Tables/x.iwa']],
    ['slides', ['Index/MasterSlide-1.iwa']],
    ['numbers', ['Index.zip']],
    ['numbers', ['Index/Document.iwa', 'Index/CalculationEngine.iwa']],
    ['word', ['Index/Document.iwa']],
    ['archive', ['photo.jpg']],
    ['archive', ['content.xml']],
    ['archive', ['my-xl/workbook.xml']],
    ['ods', ['content.xml', 'META-INF/manifest.xml']],
    ['ods', ['mimetype', 'content.xml']],
  ])('as %s: %j', async (kind, names) => {
    expect(await typeOf(await zipOf(...names))).toBe(kind);
  });

  test.each([
    ['word', 'application/vnd.oasis.opendocument.text'],
    ['slides', 'application/vnd.oasis.opendocument.presentation'],
    ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ])('as %s by its type: %s', async (kind, type) => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from(type), 'mimetype', { compress: false });
    zip.addBuffer(Buffer.from('x'), 'content.xml');
    zip.end();
    expect(await typeOf(await buffer(zip.outputStream))).toBe(kind);
  });

  test('and is broken when it is cut', async () => {
    expect(await typeOf((await zipOf('xl/workbook.xml')).subarray(0, 60))).toBe('!fileBroken');
  });
});

describe('an old container of Office is known by its streams', () => {
  test.each([
    ['xls', ['Root', 'Workbook']],
    ['xls', ['Book']],
    ['word', ['WordDocument']],
    ['slides', ['PowerPoint Document']],
    ['!fileLocked', ['EncryptedPackage', 'Workbook']],
    ['!fileBroken', ['Root']],
  ])('as %s: %j', async (kind, streams) => {
    expect(await typeOf(oleOf(...streams))).toBe(kind);
  });
});

describe('a text is known by how it begins', () => {
  test.each([
    ['csv', '桌号,门店\n'],
    ['csv', '<桌号>,门店\n'],
    ['csv', '[桌号],门店\n'],
    ['csv', '{桌号},门店\n'],
    ['csv', '["A1"],x\n'],
    ['csv', 'see <table>\n'],
    ['csv', 'TABLE\n0,2\n"'],
    ['csv', 'x TABLE\n0,1\n"'],
    ['csv', 'ID;Name\n1;x\n'],
    ['csv', 'ID;PX\n1;x\n'],
    ['csv', 'x\nID;PWXL\nC;Y1\n'],
    ['text', 'TABLE\r\n0,1\r\n"EXCEL"\r\n'],
    ['text', 'ID;PWXL;N;E\nC;Y1;X1;K1\n'],
    ['text', 'ID;P\r\nE\r\n'],
    ['html', '<html><body>'],
    ['html', '\uFEFF \n<!DOCTYPE html>'],
    ['html', '<!-- a --><!-- b -->\n<table>'],
    ['html', '<TABLE border=1>'],
    ['html', '<meta charset=gbk><table>'],
    ['html', '<?xml version="1.0"?><html>'],
    ['html', 'MIME-Version: 1.0\n'],
    ['page', '<?xml version="1.0"?><orders><order/></orders>'],
    ['image', '<svg xmlns="x">'],
    ['image', '<?xml version="1.0"?>\n<svg>'],
    ['image', '<?xml version="1.0"?><!-- a --><!DOCTYPE svg>'],
    ['xml', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'],
    ['xml', '<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'],
    ['html', '<html xmlns:x="urn:schemas-microsoft-com:office:spreadsheet">'],
    ['ods', '<?xml?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'],
    ['json', '{"a": 1}'],
    ['json', '[{"a":1},{"a":2}]'],
    ['json', '\n { "桌号" : "A1" }'],
  ])('as %s: %s', async (kind, text) => {
    expect(await typeOf(text)).toBe(kind);
  });

  test.each([
    ['utf16le', [0xff, 0xfe]],
    ['utf16be', [0xfe, 0xff]],
  ])('also in %s, with a mark or without', async (encoding, mark) => {
    const page = iconv.encode('<table><tr><td>桌号</td></tr></table>\n', encoding);
    expect(await typeOf(Buffer.concat([Buffer.from(mark), page]))).toBe('html');
    expect(await typeOf(page)).toBe('html');
    expect(await typeOf(iconv.encode('桌号,门店\nA1,一店\n', encoding))).toBe('csv');
  });

  test('a zero behind its first 8 KiB does not keep it from being a text', async () => {
    expect(await typeOf(Buffer.concat([Buffer.alloc(8_192, 'a,b\n'), Buffer.alloc(1)]))).toBe('csv');
    expect(await typeOf(Buffer.concat([Buffer.alloc(8_191, 'a,b\n'), Buffer.alloc(1)]))).toBe('!fileType');
  });
});
