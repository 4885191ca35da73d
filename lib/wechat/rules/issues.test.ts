import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeIssue, report } from './issues';

const describeFirst = (schema: z.ZodType, value: unknown) => {
  const issue = schema.safeParse(value).error?.issues[0];
  if (!issue) throw new Error('nothing was refused');
  return describeIssue(issue);
};
const told = (values?: Record<string, string | number>) =>
  z.string().check((ctx) => report(ctx, 'pathTooLong', values));

describe('an issue of a rule', () => {
  test('says where, what and by how much', () => {
    const schema = z.object({ rows: z.array(told({ max: 128, character: '店' })) });
    expect(describeFirst(schema, { rows: ['x'] })).toEqual({
      ...{ path: ['rows', 0], key: 'pathTooLong', values: { max: 128, character: '店' } },
    });
    expect(describeFirst(told(), 'x')).toEqual({ path: [], key: 'pathTooLong', values: {} });
  });

  test('of zod’s own has no values', () => {
    const issue = describeFirst(z.string({ error: 'pathRequired' }), 7);
    expect(issue).toEqual({ path: [], key: 'pathRequired', values: {} });
  });

  test('of another schema is none of ours', () => {
    expect(describeFirst(z.string(), 7)).toBeNull();
  });

  test('holds no values but texts and numbers, whatever another check puts there', () => {
    const custom = (params: Record<string, unknown> | undefined) =>
      describeIssue({
        code: 'custom',
        message: 'pathTooLong',
        path: [Symbol('a')],
        params,
        input: undefined,
      });
    const described = (values: object) => ({ path: ['Symbol(a)'], key: 'pathTooLong', values });
    expect(custom({ values: { max: 1, unit: 'px', no: true, not: null } })).toEqual(
      described({ max: 1, unit: 'px' }),
    );
    for (const params of [undefined, {}, { values: null }, { values: 'ab' }, { values: 7 }])
      expect(custom(params)).toEqual(described({}));
  });
});
