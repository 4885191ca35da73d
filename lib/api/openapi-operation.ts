import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Describe } from './descriptions';
import { hasEtag, type Endpoint, type Tag } from './endpoint';
import type { Json, Schemas } from './openapi-schemas';
import { exampleId } from './example-ids';
import { COMMON_ERRORS } from './problem';

const text = { schema: { type: 'string' } };

export const HEADERS = {
  RateLimit: { ...text, description: 'What is left: r requests in the next t seconds.' },
  RetryAfter: { schema: { type: 'integer' }, description: 'Seconds after which to ask again.' },
  ETag: { ...text, description: 'Send it back in If-None-Match.' },
  Location: { ...text, description: 'Where what was made can be asked for.' },
  IdempotencyReplayed: { ...text, description: 'true: the answer that the same request got before.' },
};

const headersOf = (names: Record<string, keyof typeof HEADERS>): Json => ({
  headers: Object.fromEntries(
    Object.entries(names).map(([name, key]) => [name, { $ref: `#/components/headers/${key}` }]),
  ),
});

const header = (name: string, description: string | undefined, schema: Json) => ({
  ...{ name, in: 'header', required: false, description, schema },
});

const headerParameters = (endpoint: Endpoint, describe: Describe): Json[] => [
  ...(endpoint.method === 'POST'
    ? [
        header('Idempotency-Key', describe.input('idempotencyKey'), {
          ...{ type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
        }),
      ]
    : []),
  ...(hasEtag(endpoint) ? [header('If-None-Match', describe.input('ifNoneMatch'), { type: 'string' })] : []),
];

const pathParameters = (path: string, describe: Describe) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, description: describe.input(name), schema: { type: 'string' } },
    ...(exampleId(name) && { example: exampleId(name) }),
  }));

function queryParameters({ query, example }: Endpoint, schemas: Schemas): Json[] {
  const { properties = {}, required = [] } = z
    .object({ properties: z.record(z.string(), z.looseObject({})), required: z.array(z.string()) })
    .partial()
    .parse(schemas.of(query, 'input'));
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
    ...(typeof description === 'string' && { description }),
    ...(example?.query?.[name] !== undefined && { example: example.query[name] }),
  }));
}

function contentOf({ output, example }: Endpoint, schemas: Schemas): Json {
  if (output === null) return {};
  if (output instanceof z.ZodType) {
    const json = { schema: schemas.of(output, 'output'), example: example?.answer };
    return { content: { 'application/json': json } };
  }
  const binary = { schema: { type: 'string', format: 'binary' } };
  return { content: Object.fromEntries(output.map((type) => [type, binary])) };
}

function successes(endpoint: Endpoint, schemas: Schemas, summary: string): Json {
  const { status, method, otherStatus } = endpoint;
  const isKnownAgain = hasEtag(endpoint);
  const headers = headersOf({
    RateLimit: 'RateLimit',
    ...(isKnownAgain && { ETag: 'ETag' }),
    ...(method === 'POST' && { 'Idempotency-Replayed': 'IdempotencyReplayed' }),
    ...((status === 201 || status === 202) && { Location: 'Location' }),
  });
  const answer = { ...headers, ...contentOf(endpoint, schemas) };
  return {
    [status]: { description: summary, ...answer },
    ...(otherStatus && { [otherStatus.status]: { description: otherStatus.means, ...answer } }),
    ...(isKnownAgain && { 304: { description: 'As it was when If-None-Match was told.' } }),
  };
}

function refusals({ errors }: Endpoint, problem: Json): Json {
  const codes = [...COMMON_ERRORS, ...errors];
  const statuses = [...new Set(codes.map((code) => new AppError(code).status))].toSorted();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes.filter((code) => new AppError(code).status === status).join(', '),
        ...(status === 429 && headersOf({ 'Retry-After': 'RetryAfter' })),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}

type About = {
  schemas: Schemas;
  /** The schema of every refusal. */
  problem: Json;
  describe: Describe;
  t: (key: `operations.${Endpoint['id']}` | `tags.${Tag}`) => string;
};

export function operationOf(endpoint: Endpoint, { schemas, problem, t, describe }: About): Json {
  const { id, tag, permission, path, body, example, isForm } = endpoint;
  const parameters = [
    ...pathParameters(path, describe),
    ...queryParameters(endpoint, schemas),
    ...headerParameters(endpoint, describe),
  ];
  const summary = t(`operations.${id}`);
  const json = body && { schema: schemas.of(body, 'input'), example: example?.body };
  return {
    ...{
      operationId: id,
      tags: [t(`tags.${tag}`)],
      summary,
      description: `Needs the permission ${permission}.`,
    },
    ...(parameters.length > 0 && { parameters }),
    ...(body &&
      json && {
        requestBody: {
          required: !body.safeParse({}).success,
          content: { [isForm ? 'multipart/form-data' : 'application/json']: json },
        },
      }),
    responses: { ...successes(endpoint, schemas, summary), ...refusals(endpoint, problem) },
  };
}
