import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOfTemplate, escapeTemplate, optionalColumns, parseTemplate } from './template';

describe('a template', () => {
  test('is text and columns', () => {
    expect(parseTemplate('t={table}&s={ 门店 编号 }')).toEqual({
      parts: [{ text: 't=' }, { column: 'table' }, { text: '&s=' }, { column: '门店 编号' }],
    });
  });

  test('has literal braces where they are doubled', () => {
    expect(parseTemplate('{{{a}}}x{{')).toEqual({
      parts: [{ text: '{' }, { column: 'a' }, { text: '}' }, { text: 'x' }, { text: '{' }],
    });
  });

  test('has parts that may be left out, each with columns of its own', () => {
    expect(parseTemplate('a={a}{?&b={ b }{{}')).toEqual({
      parts: [
        { text: 'a=' },
        { column: 'a' },
        { optional: [{ text: '&b=' }, { column: 'b' }, { text: '{' }] },
      ],
    });
    expect(parseTemplate('{?b={b}&}a={a}')).toEqual({
      parts: [
        { optional: [{ text: 'b=' }, { column: 'b' }, { text: '&' }] },
        { text: 'a=' },
        { column: 'a' },
      ],
    });
    expect(columnsOfTemplate('{?b={b}&}a={a}')).toEqual(['b', 'a']);
  });

  test('takes a column whose name begins with a ? for a column', () => {
    expect(parseTemplate('{?a}')).toEqual({ parts: [{ column: '?a' }] });
  });

  test.each([
    ['t={table', 3],
    ['{?b={b}', 1],
    ['t=table}', 8],
    ['t={}', 3],
    ['{a{b}}', 1],
    ['😀}', 3],
  ])('%s has a brace without its partner at %i', (template, brace) => {
    expect(parseTemplate(template)).toEqual({ brace });
  });

  test('of escaped text is that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}ab中') }), (text) => {
        const parsed = parseTemplate(escapeTemplate(text));
        const parts = 'parts' in parsed ? parsed.parts : [];
        expect(parts.map((part) => ('text' in part ? part.text : '?')).join('')).toBe(text);
      }),
    );
  });
});

describe('the columns of a template', () => {
  const TEMPLATE = '{a}{?-{b}/{c}}{{d}}{a}';

  test('are all that it names, in their order', () => {
    expect(columnsOfTemplate(TEMPLATE)).toEqual(['a', 'b', 'c', 'a']);
    expect(columnsOfTemplate('nothing')).toEqual([]);
    expect(columnsOfTemplate('{a}{')).toEqual([]);
  });

  test('that a row may lack stand in the parts that may be left out', () => {
    expect(optionalColumns(TEMPLATE)).toEqual(['b', 'c']);
    expect(optionalColumns('{a}')).toEqual([]);
    expect(optionalColumns('{?x{a}}{')).toEqual([]);
  });

  test('are read anew each time', () => {
    expect(parseTemplate('{a')).toEqual({ brace: 1 });
    expect(parseTemplate('{a}')).toEqual({ parts: [{ column: 'a' }] });
  });
});
