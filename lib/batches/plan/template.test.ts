import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeTemplate, parseTemplate } from './template';

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

  test.each([
    ['t={table', 3],
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
