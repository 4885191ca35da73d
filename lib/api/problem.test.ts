import { expect, test } from 'vitest';
import { refusalHeaders, toProblem } from './problem';

const away = new Error('Connection terminated unexpectedly');

test('a program is told when the database is away, and when to ask again', () => {
  const problem = toProblem(away, 'en');
  expect(problem).toMatchObject({ status: 503, code: 'FAULT', detail: expect.stringContaining('database') });
  expect(problem.detail).toContain(problem.requestId);
  expect(refusalHeaders(away)).toEqual({ 'retry-after': '10' });
});

test('any other fault is one', () => {
  expect(toProblem(new TypeError('x'), 'en')).toMatchObject({ status: 500, code: 'FAULT' });
  expect(refusalHeaders(new TypeError('x'))).toEqual({});
});
