import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type StoredObject = { bytes: Buffer; contentType: string; storedAt: Date };

export type S3StandIn = {
  url: string;
  objects: Map<string, StoredObject>;
  /** Those in parts that are under way, by their id. */
  uploads: Uploads;
  /** Answers everything with this status until it is null again. */
  fail: (status: number | null) => void;
  /** Says nothing more: from the first byte on, or in the middle of what it sends; until it is null again. */
  hang: (where: 'at once' | 'half way' | null) => void;
  /** Breaks off in the middle of each picture that it sends or takes. */
  cut: (isCutting: boolean) => void;
  /** Lets everything wait so long. */
  slow: (ms: number) => void;
  close: () => Promise<void>;
};

function respond(outgoing: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  outgoing.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const KEYS_A_PAGE = 2;
/** Enough for half of what is sent to have arrived. */
const CUT_AFTER_MS = 50;

/** As S3 does it: a page of keys in their order, and a token that leads to the next one. */
function list(objects: S3StandIn['objects'], url: URL, outgoing: ServerResponse): void {
  const prefix = `${url.pathname.replace(/\/?$/, '/')}${url.searchParams.get('prefix') ?? ''}`;
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
  const page = keys.slice(0, KEYS_A_PAGE);
  const next = keys.length > page.length ? page.at(-1) : undefined;
  const bucket = url.pathname.replace(/\/?$/, '/').length;
  const contents = page.map((key) => `<Contents><Key>${key.slice(bucket)}</Key><Size>1</Size></Contents>`);
  const more = next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`;
  outgoing.writeHead(200, { 'content-type': 'application/xml' });
  outgoing.end(
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><KeyCount>${page.length}</KeyCount><IsTruncated>${next !== undefined}</IsTruncated>${more}${contents.join('')}</ListBucketResult>`,
  );
}

type Sending = { outgoing: ServerResponse; bodyBytes: number; halfOnly: boolean };

function send(
  { bytes, contentType, storedAt }: StoredObject,
  { outgoing, bodyBytes, halfOnly }: Sending,
): void {
  outgoing.writeHead(200, {
    ...{ 'content-type': contentType, 'content-length': bytes.length, etag: '"stored"' },
    'last-modified': storedAt.toUTCString(),
  });
  if (halfOnly && bodyBytes > 0) outgoing.write(bytes.subarray(0, bodyBytes / 2));
  else outgoing.end(bytes.subarray(0, bodyBytes));
}

type Uploads = Map<string, Map<number, Buffer>>;

const xml = (outgoing: ServerResponse, body: string): void => {
  outgoing.writeHead(200, { 'content-type': 'application/xml' });
  outgoing.end(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
};

type Part = { key: string; id: string; number: number; bytes: Buffer };

/** An upload in parts: nothing of it is there before it is completed. */
function serveUpload(
  { objects, uploads }: Pick<S3StandIn, 'objects' | 'uploads'>,
  { method = '' }: IncomingMessage,
  { outgoing, ...part }: Part & { outgoing: ServerResponse },
): void {
  const parts = uploads.get(part.id);
  if (method === 'POST' && part.id === '') {
    const id = `upload-${uploads.size + 1}-${objects.size}`;
    uploads.set(id, new Map());
    return xml(
      outgoing,
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }
  if (!parts) return respond(outgoing, 404, 'NoSuchUpload');
  if (method === 'PUT') {
    parts.set(part.number, part.bytes);
    return void outgoing.writeHead(200, { etag: `"part-${part.number}"` }).end();
  }
  uploads.delete(part.id);
  if (method === 'DELETE') return void outgoing.writeHead(204).end();
  const bytes = Buffer.concat(
    [...parts.keys()].toSorted((a, b) => a - b).map((at) => parts.get(at) ?? Buffer.of()),
  );
  objects.set(part.key, { bytes, contentType: 'application/x-tar', storedAt: new Date() });
  xml(outgoing, '<CompleteMultipartUploadResult><ETag>"stored"</ETag></CompleteMultipartUploadResult>');
}

type Put = { outgoing: ServerResponse; key: string; bytes: Buffer };

/** As S3 does it, nothing is taken whose size was not told before; and no `aws-chunked`, as at most that are not Amazon. */
function put(
  objects: S3StandIn['objects'],
  { headers }: IncomingMessage,
  { outgoing, key, bytes }: Put,
): void {
  if (headers['content-length'] === undefined) return respond(outgoing, 411, 'MissingContentLength');
  if (headers['content-encoding'] === 'aws-chunked') return respond(outgoing, 501, 'NotImplemented');
  objects.set(key, { bytes, contentType: headers['content-type'] ?? '', storedAt: new Date() });
  outgoing.writeHead(200, { etag: '"stored"' }).end();
}

/** As much of S3 as a store of pictures needs: objects that are put, read, looked for and deleted under their path. */
async function serve(
  { objects, uploads, halfOnly }: Pick<S3StandIn, 'objects' | 'uploads'> & { halfOnly: boolean },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? '', 'http://s3.invalid');
  const key = decodeURIComponent(url.pathname);
  const bytes = await readBody(incoming);
  if (!incoming.headers.authorization?.startsWith('AWS4-HMAC-SHA256'))
    return respond(outgoing, 403, 'AccessDenied');
  const { searchParams: said } = url;
  const id = said.has('uploads') ? '' : said.get('uploadId');
  if (id !== null) {
    const part = { outgoing, key, id, number: Number(said.get('partNumber')), bytes };
    return serveUpload({ objects, uploads }, incoming, part);
  }
  if (incoming.method === 'PUT') return put(objects, incoming, { outgoing, key, bytes });
  if (incoming.method === 'DELETE') {
    objects.delete(key);
    outgoing.writeHead(204).end();
    return;
  }
  if (said.has('list-type')) return list(objects, url, outgoing);
  give(objects.get(key), incoming, { outgoing, halfOnly });
}

function give(
  object: StoredObject | undefined,
  { method }: IncomingMessage,
  { outgoing, halfOnly }: Omit<Sending, 'bodyBytes'>,
): void {
  if (!object) return respond(outgoing, 404, 'NoSuchKey');
  send(object, { outgoing, bodyBytes: method === 'HEAD' ? 0 : object.bytes.length, halfOnly });
}

export async function startS3(): Promise<S3StandIn> {
  const objects: S3StandIn['objects'] = new Map();
  const uploads: Uploads = new Map();
  let failure: number | null = null;
  let silence: 'at once' | 'half way' | null = null;
  let isCutting = false;
  let slowMs = 0;
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (failure !== null) return respond(outgoing, failure, 'InternalError');
    if (silence === 'at once') return;
    if (isCutting && incoming.method === 'PUT') return void incoming.once('data', () => incoming.destroy());
    if (isCutting) setTimeout(() => outgoing.destroy(), CUT_AFTER_MS);
    serve({ objects, uploads, halfOnly: isCutting || silence === 'half way' }, incoming, outgoing).catch(() =>
      outgoing.destroy(),
    );
  };
  const server = createServer((incoming, outgoing) => {
    if (slowMs > 0) setTimeout(() => answer(incoming, outgoing), slowMs);
    else answer(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the stand-in has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    objects,
    uploads,
    fail: (status) => {
      failure = status;
    },
    hang: (where) => {
      silence = where;
    },
    cut: (cuts) => {
      isCutting = cuts;
    },
    slow: (ms) => {
      slowMs = ms;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
