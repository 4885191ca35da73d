import { describe, expect, test } from 'vitest';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { encodeScene } from '@/lib/wechat/rules/scene-encoding';
import { compileMode, encodedText, readerSnippet } from './snippets';
import { splitPath } from './split-path';

const look = {
  width: 430,
  autoColor: false,
  lineColor: { r: 0, g: 0, b: 0 },
  isHyaline: false,
  envVersion: 'release' as const,
};

function unlimited(scene: string, page = 'pages/goods/detail'): CodeParameters {
  return { endpoint: 'getwxacodeunlimit', scene, page, checkPath: true, ...look };
}

function limited(path: string): CodeParameters {
  return { endpoint: 'getwxacode', path, ...look };
}

type PageOptions = { onLoad(options: Record<string, string>): void };

/** Runs a snippet as a Mini Program would and returns what it printed. */
function run(snippet: string, options: Record<string, string>): unknown[] {
  const printed: unknown[] = [];
  const wx = { base64ToArrayBuffer: (text: string) => Uint8Array.from(Buffer.from(text, 'base64')).buffer };
  const start = (page: PageOptions) => page.onLoad(options);
  new Function('Page', 'wx', 'console', snippet)(start, wx, { log: (value: unknown) => printed.push(value) });
  return printed;
}

describe('readerSnippet', () => {
  test('reads a scene of pairs as WeChat hands it over', () => {
    const snippet = readerSnippet(unlimited('id=12&from=poster'));
    expect(snippet).toMatch(/^\/\/ pages\/goods\/detail\.js\n/);
    expect(run(snippet, { scene: 'id%3D12%26from%3Dposter' })).toEqual(['id=12&from=poster', '12', 'poster']);
  });

  test('reads a scene that is one value', () => {
    expect(run(readerSnippet(unlimited('store-0042')), { scene: 'store-0042' })).toEqual(['store-0042']);
  });

  test('decodes a scene that was encoded', () => {
    const scene = encodeScene('上海店') ?? '';
    expect(run(readerSnippet(unlimited(scene)), { scene })).toEqual(['上海店']);
  });

  test('reads the query of a path', () => {
    const snippet = readerSnippet(limited('/pages/goods/detail?id=1&utm-source=a=b&class=x'));
    const options = { id: '1', 'utm-source': 'a=b', class: 'x' };
    expect(run(snippet, options)).toEqual(['1', 'a=b', 'x']);
  });

  test('leaves a scene of other shapes to the reader, and names values that are no words', () => {
    for (const scene of ['=1&b=2', 'a=1&b', 'a=1=2', 'a&b=2'])
      expect(run(readerSnippet(unlimited(scene)), { scene: encodeURIComponent(scene) }), scene).toEqual([
        scene,
      ]);
    const snippet = readerSnippet(unlimited('a-b=1&_c=&$2=x'));
    expect(run(snippet, { scene: 'a-b%3D1%26_c%3D%26%242%3Dx' })).toEqual(['a-b=1&_c=&$2=x', '1', '', 'x']);
    expect(snippet).toContain('values["a-b"]');
    expect(snippet).toContain('console.log(values._c) // ""');
    expect(snippet).toContain('console.log(scene) // "a-b=1&_c=&$2=x"');
    expect(snippet).toContain("  const [key, value] = pair.split('=')\n");
  });

  test('names the file of the page that opens, and none for the home page', () => {
    const snippet = readerSnippet(limited('/pages/a?1x=2&&=5&x'));
    expect(snippet).toBe(
      ['// pages/a.js', 'Page({', '  onLoad(options) {', '    console.log(options["1x"]) // "2"']
        .concat(['    console.log(options.x) // ""', '  },', '})'])
        .join('\n'),
    );
    expect(readerSnippet(limited(''))).toBe(['Page({', '  onLoad() {', '  },', '})'].join('\n'));
  });

  test('stays runnable without a query and opened without a scan', () => {
    expect(run(readerSnippet(limited('pages/index/index')), {})).toEqual([]);
    expect(run(readerSnippet(unlimited('store-1', '')), {})).toEqual(['']);
  });
});

describe('compileMode', () => {
  test('percent-encodes the scene, as a scan does', () => {
    expect(compileMode(unlimited('id=1&n=2'))).toEqual({
      page: 'pages/goods/detail',
      query: 'scene=id%3D1%26n%3D2',
      entry: 1047,
    });
  });

  test('splits a path into page and query', () => {
    const square: CodeParameters = { endpoint: 'createwxaqrcode', path: '/pages/a/b?x=1?2', width: 430 };
    expect(compileMode(square)).toEqual({ page: 'pages/a/b', query: 'x=1?2', entry: 1011 });
    expect(splitPath('?foo=bar')).toEqual({ page: '', query: 'foo=bar' });
  });
});

describe('encodedText', () => {
  test('finds the text of an encoded scene', () => {
    expect(encodedText(encodeScene('春季海报') ?? '')).toBe('春季海报');
  });

  test.each(['id=1', 'MTIz', 'AAAA', 'TEST', 'store-0042'])('takes %s for what it is', (scene) => {
    expect(encodedText(scene)).toBeNull();
  });
});
