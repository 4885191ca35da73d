import { describe, expect, test } from 'vitest';
import { normalizeHeader } from './normalize';
import { partsOf, type Part } from './parts';

describe('the words of a name', () => {
  test.each([
    ['storeID', ['store', 'id']],
    ['storeName', ['store', 'name']],
    ['SKUCode', ['sku', 'code']],
    ['store_id-no', ['store', 'id', 'no']],
    ['门店ID', ['门店', 'id']],
    ['ID门店', ['id', '门店']],
    ['门店#', ['门店', '#']],
    ['#门店', ['#', '门店']],
    ['门店 编号', ['门店', '编号']],
    ['A/B', ['a', 'b']],
    ['S/N', ['s/n']],
    ['門店編號', ['门店编号']],
    ['ＩＤ', ['id']],
    ['占比%', ['占比', '%']],
    ['* 门店', ['门店']],
    ['桌2', ['桌2']],
    ['', []],
    ['—', []],
  ])('%s', (header, words) => {
    expect(normalizeHeader(header)).toEqual({ words, hint: [] });
  });

  test.each([
    ['门店（编号）', ['门店'], ['编号']],
    ['宽度(px)', ['宽度'], ['px']],
    ['【必填】门店', ['门店'], ['必填']],
    ['门店[a]{b c}', ['门店'], ['a', 'b', 'c']],
    ['《门店》', ['门店'], []],
    ['门店（编号', ['门店', '编号'], []],
  ])('%s: %j and what stands in brackets', (header, words, hint) => {
    expect(normalizeHeader(header)).toEqual({ words, hint });
  });
});

/** `subject store`, `filler`, `unknown xyz`. */
const described = (part: Part) => Object.values(part).join(' ');

describe('the parts of a name', () => {
  test.each([
    [['门店编号'], ['subject store', 'id ']],
    [['所属门店'], ['filler', 'subject store']],
    [['咕噜编号'], ['unknown 咕噜', 'id ']],
    [
      ['咕噜', '呱'],
      ['unknown 咕噜', 'unknown 呱'],
    ],
    [['门店咕噜编号'], ['subject store', 'unknown 咕噜', 'id ']],
    [['桌号'], ['id table']],
    [['超市编号'], ['subject store', 'id ']],
    [['storeid'], ['subject store', 'id ']],
    [['stores'], ['subject store']],
    [['bus'], ['subject vehicle']],
    [['address'], ['aside address']],
    [['phonestore'], ['aside phone', 'subject store']],
    [['namestore'], ['unknown namestore']],
    [['xyzid'], ['unknown xyzid']],
    [['serial', 'number'], ['id device']],
    [['is', 'hyaline'], ['field isHyaline false']],
    [
      ['number', 'of', 'stores'],
      ['aside quantity', 'subject store'],
    ],
    [
      ['store', '12', 'id'],
      ['subject store', 'id '],
    ],
    [['12'], []],
    [['桌12'], ['subject table', 'unknown 12']],
    [
      ['the', 'store'],
      ['filler', 'subject store'],
    ],
    [[], []],
  ])('%j', (words, parts) => {
    expect(partsOf(words).map(described)).toEqual(parts);
  });
});
