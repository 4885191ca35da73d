import type { DeclaredPage } from '@/lib/apps/parameters/declaration';
import { snippetReading, snippetTypes, type SnippetLanguage, type WriteType } from './declared-snippet';

export type SnippetOptions = { language: SnippetLanguage; declared: readonly DeclaredPage[] };

/**
 * Drawn once by each phone: a lot, so that it stays in its part of a rule with shares, and a device, so that scans of one phone are
 * known as such while it lasts. Both are random and say nothing of the phone or of its user.
 */
const drawn = (
  ts: WriteType,
) => `function drawnOnce${ts('<Drawn>')}(name${ts(': string')}, draw${ts(': () => Drawn')})${ts(': Drawn | undefined')} {
  try {
    const known = wx.getStorageSync(name)
    if (known !== '') return known
    const drawn = draw()
    wx.setStorageSync(name, drawn)
    return drawn
  } catch (error) {
    return undefined
  }
}

const random = () => Math.random().toString(36).slice(2, 14)
const lot = () => drawnOnce('live-lot', () => Math.floor(Math.random() * 100)) || 0
const device = () => drawnOnce('live-device', () => random() + '-' + random())`;

/** How a page that has declared parameters is told from others, and what both get. */
const OVERLOADS = `export function readLiveCode<Page extends keyof PageParameters>(
  options: Options,
  page: Page,
): Promise<LiveTarget<PageParameters[Page]>>
export function readLiveCode(options: Options): Promise<LiveTarget>
export `;

/** What a scan leads to; offline, what the same code last led to. */
const readLiveCode = (
  ts: WriteType,
) => `${ts(OVERLOADS)}function readLiveCode(options${ts(': Options')}, page${ts('?: string')})${ts(': Promise<LiveTarget<any>>')} {
  const key = decoded((options && options.scene) || '')
  const read = (target${ts(': LiveTarget')})${ts(': LiveTarget<any>')} =>
    target.state === 'open' && !target.page
      ? { state: 'open', page: '', parameters: valuesOf(target.parameters, page || '') }
      : target
  if (!KEY.test(key))
    return Promise.resolve(read({ state: 'open', page: '', parameters: broughtBy(options || {}) }))
  report(key)
  return new Promise((resolve) => {
    wx.request${ts('<LiveTarget>')}({
      url: BASE + '/r/' + key + '?lot=' + lot(),
      timeout: 5000,
      success(response) {
        const { statusCode, data } = response
        if (statusCode === 200) wx.setStorage({ key: 'live-' + key, data })
        resolve(read(statusCode === 200 || statusCode === 404 ? data : kept(key)))
      },
      fail() {
        resolve(read(kept(key)))
      },
    })
  })
}`;

/**
 * For the Mini Program: reads what a scan brought, a live code's key, a scene or a link, into what the page takes. Free of
 * words, so the same in each language.
 */
export function liveSnippet(
  origin: string,
  { language, declared }: SnippetOptions = { language: 'js', declared: [] },
): string {
  const ts = (type: string) => (language === 'ts' ? type : '');
  return `${ts(snippetTypes(declared))}const BASE = ${JSON.stringify(origin)}
const KEY = /^s[0-9A-Za-z]{9}$/

function kept(key${ts(': string')})${ts(': LiveTarget')} {
  try {
    return wx.getStorageSync('live-' + key) || { state: 'unavailable' }
  } catch (error) {
    return { state: 'unavailable' }
  }
}

${drawn(ts)}

function pairsOf(scene${ts(': string')}) {
  const parameters${ts(': Pairs')} = {}
  scene.split('&').forEach((pair) => {
    const at = pair.indexOf('=')
    if (at > 0) parameters[pair.slice(0, at)] = pair.slice(at + 1)
  })
  return parameters
}

function report(key${ts(': string')}) {
  const id = Date.now().toString(36) + '-' + random()
  const data = { id, key, scene: Number(wx.getEnterOptionsSync().scene) || 0, device: device() }
  const send = (left${ts(': number')})${ts(': WechatMiniprogram.RequestTask')} =>
    wx.request({
      url: BASE + '/r/scans',
      method: 'POST',
      data,
      success: ({ statusCode }) => statusCode >= 500 && left > 0 && setTimeout(send, 3000, left - 1),
      fail: () => left > 0 && setTimeout(send, 3000, left - 1),
    })
  send(3)
}

${snippetReading(declared, ts)}

${readLiveCode(ts)}${language === 'js' ? '\n\nmodule.exports = { readLiveCode }' : ''}`;
}

export type PageSnippetOptions = Pick<SnippetOptions, 'language'> & {
  /** Whose parameters are declared; empty for any other. */
  page: string;
};

/** How a page of the Mini Program calls it. */
export function livePageSnippet({ language, page }: PageSnippetOptions): string {
  const up = '../'.repeat(Math.max(2, page.split('/').length - 1));
  const from =
    language === 'ts'
      ? `import { readLiveCode } from '${up}live-code'`
      : `const { readLiveCode } = require('${up}live-code.js')`;
  return `${from}

Page({
  onLoad(options) {
    readLiveCode(options${page === '' ? '' : `, ${JSON.stringify(page)}`}).then((target) => {
      if (target.state === 'paused') {
        wx.showModal({ content: target.message, showCancel: false })
      } else if (target.state !== 'open') {
        wx.switchTab({ url: '/pages/index/index' })
      } else if (!target.page) {
        this.setData(target.parameters)
      } else {
        const { page, parameters } = target
        const query = Object.keys(parameters).map(
          (name) => name + '=' + encodeURIComponent(parameters[name]),
        )
        wx.redirectTo({ url: '/' + page + '?' + query.join('&') })
      }
    })
  },
})`;
}
