import { describe, expect, test } from 'vitest';
import { fieldOfHeader, meaningOfHeader } from './header-words';

/** `id store`, `name store 0`, `aside phone`: what a column of this name is for. */
const said = (header: string) => {
  const meaning = meaningOfHeader(header);
  return meaning === null ? null : Object.values(meaning).join(' ');
};

describe('what a column is for, by its name', () => {
  test.each([
    ['门店编号', 'id store'],
    ['门店', 'subject store'],
    ['门店名称', 'name store 0'],
    ['门店简称', 'name store 10'],
    ['桌号', 'id table'],
    ['店名', 'name store 0'],
    ['门店二维码编号', 'id store'],
    ['二维码编号', 'id code'],
    ['Store Code', 'id store'],
    ['store_id', 'id store'],
    ['storeID', 'id store'],
    ['storeid', 'id store'],
    ['Stores', 'subject store'],
    ['Name of Store', 'name store 4'],
    ['Number of Stores', 'aside quantity'],
    ['门市編號', 'id store'],
    ['ＳｔｏｒｅＩＤ', 'id store'],
    ['编号', 'id '],
    ['编号（门店）', 'id store'],
    ['门店（编号）', 'id store'],
    ['门店（必填）', 'subject store'],
    ['名称（门店）', 'name store 0'],
    ['（门店编号）', 'id store'],
    ['电话（门店）', 'aside phone'],
    ['场景值', 'field scene false'],
    ['参数', 'field scene true'],
    ['场景编号', 'field scene false'],
    ['页面编号', 'aside serial'],
    ['宽度', 'field width false'],
    ['商品宽度', 'aside trait'],
    ['二维码宽度', 'field width false'],
    ['商品描述', 'field note false'],
    ['商品链接', 'field path true'],
    ['员工电话', 'aside phone'],
    ['联系人姓名', 'aside person'],
    ['电话号码', 'aside phone'],
    ['状态编号', 'aside trait'],
    ['状态名称', 'aside trait'],
    ['门店数量', 'aside quantity'],
    ['数量门店', 'aside quantity'],
    ['城市门店', 'subject store'],
    ['No', 'aside serial'],
    ['#', 'aside serial'],
    ['num', 'aside serial'],
    ['Table No', 'id table'],
    ['No.', 'aside serial'],
    ['咕噜编号', 'id 咕噜'],
    ['咕噜', null],
    ['', null],
    ['123', null],
  ])('%s: %s', (header, meaning) => {
    expect(said(header)).toBe(meaning);
  });
});

describe('a text that columns are called by', () => {
  test.each([
    ['门店编号', 'subject'],
    ['门店', 'subject'],
    ['门店名称', 'name'],
    ['scene', 'scene'],
    ['备注', 'note'],
    ['电话', 'aside'],
    ['页面', 'page'],
    ['pages', 'page'],
  ])('%s names a %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field);
  });

  test.each([
    ['a word that nobody knows', '咕噜编号'],
    ['a number', '门店1'],
    ['a number of its own', '门店 编号 12'],
    ['a query', 'scene=1'],
    ['a link', 'https://store'],
    ['a path', 'pages/store'],
    ['a path with its stroke', '/pages/store'],
    ['a path of a part', 'subpackage/store/table'],
    ['a path of a part by its letter', 'packageA/store/table'],
    ['pages of whatever part', 'shop/pages/store'],
    ['a path of one page', 'page/store/table'],
    ['nothing', ''],
  ])('is none: %s', (_, header) => {
    expect(fieldOfHeader(header)).toBeNull();
  });
});
