import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatted } from '@/lib/testing/formatted';
import { CLIENT_FILE, clientTypes } from './client-types';
import { ENDPOINTS } from './endpoints';
import { openApi } from './openapi';

const operation = z.object({ operationId: z.string() });
const shape = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

test('the document has every route once', () => {
  const { paths } = shape.parse(openApi());
  const ids = Object.values(paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(ids.toSorted()).toEqual(ENDPOINTS.map(({ id }) => id).toSorted());
});

test('a linter of other people finds nothing in it', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const source = JSON.stringify(openApi());
  const found = await lintFromString({ source, config, absoluteRef: '/openapi.json' });
  expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('the client knows what the document has: npm run api-client', async () => {
  expect(await formatted(CLIENT_FILE, await clientTypes())).toBe(readFileSync(CLIENT_FILE, 'utf8'));
});
