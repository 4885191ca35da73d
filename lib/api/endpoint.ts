import { z } from 'zod';
import type { KeyActor } from '@/lib/auth/actor';
import { requirePermission, type Permission } from '@/lib/auth/permissions';
import type { ErrorCode } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/messages';
import { requireStorable } from '@/lib/input/require-storable';
import { parseInput } from '@/lib/validation';

export type Asked<Query, Body> = {
  actor: KeyActor;
  /** Ids out of the path. */
  params: Record<string, string>;
  query: Query;
  body: Body;
  /** Of what people read in the answer. */
  locale: Locale;
};

export type Reply = { status?: number; body?: unknown; headers?: Record<string, string> };
/** A picture or another file. `etag` is the hash of its content. */
export type FileReply = { bytes: Uint8Array; type: string; etag: string };

/** A `Response` is a file that is streamed. */
export type AnyReply = Reply | FileReply | Response;

/** What the document shows. The tests send what is asked, and hold what is answered against the declaration. */
export type Example = { query?: Record<string, string | number>; body?: unknown; answer?: unknown };

export type Tag = keyof Messages['apiReference']['tags'];

/** Said once for each route: what comes in is checked by it, and the OpenAPI document is written from it. */
type Declared<Query, Body> = {
  /** The name in the document, of its text (apiReference.operations) and of the method of a generated client. */
  id: keyof Messages['apiReference']['operations'];
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `/codes/{codeId}`: what stands in braces is an id. */
  path: string;
  tag: Tag;
  permission: Permission;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** The body is a form with files (multipart/form-data) instead of JSON. */
  isForm?: boolean;
  /** Null for an answer without content, `file` for bytes of these types. */
  output: z.ZodType | readonly string[] | null;
  /** The file is written while it is sent, so that nobody knows its hash before. */
  isStreamed?: boolean;
  /** Of the usual answer. */
  status: 200 | 201 | 202 | 204;
  /** Of an answer with the same content that means something else. */
  otherStatus?: { status: 200; means: string };
  /** Beside those that every route may answer with (problem.ts). */
  errors: readonly ErrorCode[];
  example?: Example;
  handle: (asked: Asked<Query, Body>) => Promise<AnyReply>;
};

type Raw = Asked<unknown, unknown>;

export type Endpoint = Omit<Declared<never, never>, 'query' | 'body' | 'handle'> & {
  query: z.ZodType;
  body: z.ZodType | null;
  /** @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, and what the use case behind it throws */
  run: (raw: Raw) => Promise<AnyReply>;
};

const nothing = z.strictObject({});

export function endpoint<Query, Body>({ query, body, handle, ...rest }: Declared<Query, Body>): Endpoint {
  return {
    ...rest,
    query: query ?? nothing,
    body: body ?? null,
    run: async ({ actor, params, locale, ...raw }) => {
      requirePermission(actor, rest.permission);
      for (const part of [raw.query, raw.body]) requireStorable(part);
      // A route without a query or a body takes none, and its handler reads none.
      const [asked, sent] = [query ?? z.custom<Query>(isEmpty), body ?? z.custom<Body>()];
      if (!query) parseInput(nothing, raw.query);
      if (!body) parseInput(nothing.optional(), raw.body);
      const read = { query: parseInput(asked, raw.query), body: parseInput(sent, raw.body) };
      return handle({ actor, params, locale, ...read });
    },
  };
}

const isEmpty = (value: unknown) => typeof value === 'object';

export const isFile = (reply: AnyReply): reply is FileReply =>
  'bytes' in reply && !(reply instanceof Response);

/** What is read can be asked for again without being sent again. */
export const hasEtag = ({ method, isStreamed = false }: Endpoint): boolean => method === 'GET' && !isStreamed;
