import { describe, expect, test } from 'vitest';
import { readTemplate } from './read-template';

const read = (template: string, text: string) => {
  const found = readTemplate(template, text);
  return found && Object.fromEntries(found);
};

describe('what a text that a template made says of the columns', () => {
  test.each([
    ['t={桌号}&s={门店}', 't=12&s=A01', { 桌号: '12', 门店: 'A01' }],
    ['{桌号}', 'A-1', { 桌号: 'A-1' }],
    ['{门店}-{桌号}', 'A-1-2', { 门店: 'A', 桌号: '1-2' }],
    ['s={门店}{?&t={桌号}}', 's=A', { 门店: 'A' }],
    ['s={门店}{?&t={桌号}}', 's=A&t=1', { 门店: 'A', 桌号: '1' }],
    ['{?s={门店}&}t={桌号}', 't=1', { 桌号: '1' }],
    ['{a}/{a}', 'x/x', { a: 'x' }],
    ['{b}-{a}/{a}', 'y-x/x', { b: 'y', a: 'x' }],
    ['(x).{a}', '(x).1', { a: '1' }],
    ['{{{a}}}', '{1}', { a: '1' }],
    ['fixed', 'fixed', {}],
  ])('%s of %s', (template, text, columns) => {
    expect(read(template, text)).toEqual(columns);
  });

  test.each([
    ['another text', 't={桌号}', 's=1'],
    ['text before', 't={桌号}', 'xt=1'],
    ['text behind', 't={桌号};', 't=1;x'],
    ['an empty cell', 't={桌号}', 't='],
    ['the same column with two values', '{a}/{a}', 'x/y'],
    ['a point that is another character', 'a.{b}', 'axb'],
    ['two columns without anything between', '{a}{b}', 'xy'],
    ['a template that cannot be read', '{a', 'x'],
  ])('nothing for sure: %s', (_, template, text) => {
    expect(read(template, text)).toBeNull();
  });
});
