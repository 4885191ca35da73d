import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Endpoint } from './endpoint';
import { ENDPOINTS } from './endpoints';
import { COMMON_ERRORS } from './problem';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));

function queryParameters({ query, example }: Endpoint): Json[] {
  const { properties = {}, required = [] } = z
    .object({ properties: z.record(z.string(), z.looseObject({})), required: z.array(z.string()) })
    .partial()
    .parse(schemaOf(query, 'input'));
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
    ...(typeof description === 'string' && { description }),
    ...(example?.query?.[name] !== undefined && { example: example.query[name] }),
  }));
}

const IDEMPOTENCY = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 255 } },
  description: 'Of your choice: whoever repeats the request with it within 24 hours gets the same answer.',
};

function contentOf({ output }: Endpoint): Json {
  if (output === null) return {};
  if (output instanceof z.ZodType)
    return { content: { 'application/json': { schema: schemaOf(output, 'output') } } };
  const binary = { schema: { type: 'string', format: 'binary' } };
  return { content: Object.fromEntries(output.map((type) => [type, binary])) };
}

function refusals({ errors }: Endpoint): Json {
  const codes = [...COMMON_ERRORS, ...errors];
  const statuses = [...new Set(codes.map((code) => new AppError(code).status))].toSorted();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes.filter((code) => new AppError(code).status === status).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function operationOf(endpoint: Endpoint): Json {
  const { id, tag, summary, permission, method, path, status, body, example } = endpoint;
  const parameters = [
    ...pathParameters(path),
    ...queryParameters(endpoint),
    ...(method === 'POST' ? [IDEMPOTENCY] : []),
  ];
  const json = body && {
    schema: schemaOf(body, 'input'),
    ...(example?.body ? { example: example.body } : {}),
  };
  return {
    ...{ operationId: id, tags: [tag], summary, description: `Needs the permission ${permission}.` },
    ...(parameters.length > 0 && { parameters }),
    ...(body &&
      json && {
        requestBody: { required: !body.safeParse({}).success, content: { 'application/json': json } },
      }),
    responses: { [status]: { description: summary, ...contentOf(endpoint) }, ...refusals(endpoint) },
  };
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })).optional(),
  requestId: z.string().optional(),
});

/** The OpenAPI 3.1 document, written from what the routes declare. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of ENDPOINTS)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    };
  return {
    openapi: '3.1.0',
    info: { title: 'Suncode', version: '1', description: 'Codes of WeChat Mini Programs, kept and counted.' },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key, sck_…' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  };
}
