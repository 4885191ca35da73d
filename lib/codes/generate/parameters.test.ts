import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRequest } from '@/lib/wechat/call/request';
import { anyParameters } from '@/lib/wechat/rules/parameters.arbitrary';
import { fromColumns, toColumns } from './parameters';

test('a code that is read back from its columns is asked for with the very same request', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      expect(buildRequest(fromColumns(toColumns(parameters)))).toEqual(buildRequest(parameters));
    }),
  );
});

test('a line colour is kept only when it is sent', () => {
  const look = {
    width: 430,
    isHyaline: false,
    envVersion: 'release',
    lineColor: { r: 0, g: 171, b: 205 },
  } as const;
  const parameters = { endpoint: 'getwxacode', path: 'pages/index', ...look } as const;
  expect(toColumns({ ...parameters, autoColor: false }).lineColor).toBe('00abcd');
  expect(toColumns({ ...parameters, autoColor: true }).lineColor).toBeNull();
});
