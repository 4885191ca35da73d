import { SCENE_PATTERN } from '@/lib/wechat/rules/limits';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { decodeScene, SCENE_DECODER_SNIPPET } from '@/lib/wechat/rules/scene-encoding';
import { splitPath } from './split-path';

/**
 * The text that `encodeScene` was given, or null for a scene that stands for itself. Many plain scenes happen to be
 * base64 of something, so only a text that could not have been sent as it is counts.
 */
export function encodedText(scene: string): string | null {
  const text = decodeScene(scene);
  return text === null || SCENE_PATTERN.test(text) || /\p{C}/u.test(text) ? null : text;
}

export type CompileMode = {
  /** Empty: the home page. */
  page: string;
  /** 启动参数; empty when nothing arrives. */
  query: string;
  /** 进入场景, the scene value that a scan sets: 1047 sun code, 1011 square code. */
  entry: 1011 | 1047;
};

/** What to fill in at the developer tools' 自定义编译条件 so that the page starts as if this code had been scanned. */
export function compileMode(parameters: CodeParameters): CompileMode {
  const entry = parameters.endpoint === 'createwxaqrcode' ? 1011 : 1047;
  if (parameters.endpoint !== 'getwxacodeunlimit') return { ...splitPath(parameters.path), entry };
  return { page: parameters.page, query: `scene=${encodeURIComponent(parameters.scene)}`, entry };
}

function page(body: string[], argument: string): string {
  return ['Page({', `  onLoad(${argument}) {`, ...body.map((line) => `    ${line}`), '  },', '})'].join('\n');
}

/** Plain JavaScript for the page that opens: reads what this code carries. Free of words, so the same in each language. */
export function readerSnippet(parameters: CodeParameters): string {
  const { page: target } = compileMode(parameters);
  const heading = target === '' ? [] : [`// ${target}.js`];
  const body =
    parameters.endpoint === 'getwxacodeunlimit'
      ? sceneReader(parameters.scene)
      : queryReader(parameters.path);
  return [...heading, body].join('\n');
}

function sceneReader(scene: string): string {
  const text = encodedText(scene);
  if (text !== null) {
    const read = [
      `const text = decodeScene(options.scene || '')`,
      `console.log(text) // ${JSON.stringify(text)}`,
    ];
    return `${SCENE_DECODER_SNIPPET}\n\n${page(read, 'options')}`;
  }
  const read = [
    `const scene = decodeURIComponent(options.scene || '')`,
    `console.log(scene) // ${JSON.stringify(scene)}`,
  ];
  return page([...read, ...pairReader(scene)], 'options');
}

/** `a=1&b=2` is the usual way to put several values into a scene; anything else is left to the reader. */
function pairReader(scene: string): string[] {
  const pairs = scene.split('&').map((pair) => pair.split('='));
  if (pairs.some((pair) => pair.length !== 2 || pair[0] === '')) return [];
  return [
    '',
    'const values = {}',
    "scene.split('&').forEach((pair) => {",
    "  const [key, value] = pair.split('=')",
    '  values[key] = value',
    '})',
    ...pairs.map(
      ([key = '', value = '']) => `console.log(${member('values', key)}) // ${JSON.stringify(value)}`,
    ),
  ];
}

function queryReader(path: string): string {
  const { query } = splitPath(path);
  if (query === '') return page([], '');
  const pairs = query.split('&').map((pair) => pair.split('='));
  const lines = pairs
    .filter(([key]) => key)
    .map(
      ([key = '', ...value]) =>
        `console.log(${member('options', key)}) // ${JSON.stringify(value.join('='))}`,
    );
  return page(lines, 'options');
}

function member(object: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${object}.${key}` : `${object}[${JSON.stringify(key)}]`;
}
