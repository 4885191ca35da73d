import { WIDTH_MAX_PX, WIDTH_MIN_PX } from '@/lib/wechat/rules/limits';
import { readsAs, type LookField } from './row-look';

/** What people write into cells beside the words that row-look.ts takes by itself, and what it stands for. */
const WORDS: Partial<Record<LookField, Record<string, string>>> = {
  envVersion: {
    release: 'prod production online live stable formal 线上 线上版 生产 生产环境 正式环境 发布版 已发布',
    trial: 'test testing beta preview experience 测试 测试版 测试环境 体验环境 预览 预览版',
    develop: 'development developer debug local 开发环境 调试 本地',
  },
  lineColor: {
    '#000000': 'black 黑 黑色 0',
    '#ff0000': 'red 红 红色',
    '#008000': 'green 绿 绿色',
    '#0000ff': 'blue 蓝 蓝色',
    '#ffff00': 'yellow 黄 黄色',
    '#ffa500': 'orange 橙 橙色',
    '#800080': 'purple 紫 紫色',
    '#ffc0cb': 'pink 粉 粉色 粉红 粉红色',
    '#a52a2a': 'brown 棕 棕色 褐色 咖啡色',
    '#808080': 'gray grey 灰 灰色',
    '#ffffff': 'white 白 白色',
    '#ffd700': 'gold 金 金色',
    '#00ffff': 'cyan 青 青色',
    '#000080': 'navy 深蓝 深蓝色 藏青',
  },
};
const SWITCH = {
  true: 't ok 有 需要 要 启用 使用 开通 真 勾选',
  false: 'f none 无 没有 不需要 不要 停用 不使用 禁用 假 未勾选',
};

function learned(words: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([meaning, said]) =>
      said.split(' ').map((word) => [word, meaning] as const),
    ),
  );
}

const [VERSIONS, COLORS, SWITCHES] = [WORDS.envVersion ?? {}, WORDS.lineColor ?? {}, SWITCH].map(learned);

function widthOf(text: string): string {
  const digits = /^[^\d]*(\d{3,4})(?:\s*[x×*]\s*\1)?\s*(?:px|像素|dp)?$/i.exec(text)?.[1] ?? text;
  return Number(digits) >= WIDTH_MIN_PX && Number(digits) <= WIDTH_MAX_PX ? digits : text;
}

function meant(field: LookField, text: string): string {
  const word = text.toLowerCase().replace(/\s/g, '');
  if (field === 'width') return widthOf(text);
  if (field === 'lineColor') return COLORS?.get(word) ?? text.replace(/\s/g, '');
  if (field === 'envVersion') return VERSIONS?.get(word) ?? word;
  return SWITCHES?.get(word) ?? word;
}

/** A setting in words that the judge understands; the text itself when it is understood already, or by nobody. */
export function mendLook(field: LookField, text: string): string {
  if (readsAs(field, text)) return text;
  const written = text.normalize('NFKC').trim();
  if (readsAs(field, written)) return written;
  const mended = meant(field, written);
  return readsAs(field, mended) ? mended : text;
}
