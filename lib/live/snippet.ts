/**
 * Drawn once by each phone: a lot, so that it stays in its part of a rule with shares, and a device, so that scans of one phone are
 * known as such while it lasts. Both are random and say nothing of the phone or of its user.
 */
const DRAWN = `function drawnOnce(name, draw) {
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

/** For the Mini Program: reads what a scan brought, a live code's key or a plain scene. Free of words, so the same in each language. */
export function liveSnippet(origin: string): string {
  return `const BASE = ${JSON.stringify(origin)}
const KEY = /^s[0-9A-Za-z]{9}$/

function kept(key) {
  try {
    return wx.getStorageSync('live-' + key) || { state: 'unavailable' }
  } catch (error) {
    return { state: 'unavailable' }
  }
}

${DRAWN}

function pairsOf(scene) {
  const parameters = {}
  scene.split('&').forEach((pair) => {
    const at = pair.indexOf('=')
    if (at > 0) parameters[pair.slice(0, at)] = pair.slice(at + 1)
  })
  return parameters
}

function report(key) {
  const id = Date.now().toString(36) + '-' + random()
  const data = { id, key, scene: Number(wx.getEnterOptionsSync().scene) || 0, device: device() }
  const send = (left) =>
    wx.request({
      url: BASE + '/r/scans',
      method: 'POST',
      data,
      success: ({ statusCode }) => statusCode >= 500 && left > 0 && setTimeout(send, 3000, left - 1),
      fail: () => left > 0 && setTimeout(send, 3000, left - 1),
    })
  send(3)
}

function readLiveCode(options) {
  const scene = decodeURIComponent((options && options.scene) || '')
  if (!KEY.test(scene)) return Promise.resolve({ state: 'open', page: '', parameters: pairsOf(scene) })
  report(scene)
  return new Promise((resolve) => {
    wx.request({
      url: BASE + '/r/' + scene + '?lot=' + lot(),
      timeout: 5000,
      success(response) {
        const { statusCode, data } = response
        if (statusCode === 200) wx.setStorage({ key: 'live-' + scene, data })
        resolve(statusCode === 200 || statusCode === 404 ? data : kept(scene))
      },
      fail() {
        resolve(kept(scene))
      },
    })
  })
}

module.exports = { readLiveCode }`;
}

export const LIVE_PAGE_SNIPPET = `const { readLiveCode } = require('../../live-code.js')

Page({
  onLoad(options) {
    readLiveCode(options).then((target) => {
      if (target.state === 'paused')
        return wx.showModal({ content: target.message, showCancel: false })
      if (target.state !== 'open') return wx.switchTab({ url: '/pages/index/index' })
      if (!target.page) return this.setData(target.parameters)
      const query = Object.keys(target.parameters).map(
        (name) => name + '=' + encodeURIComponent(target.parameters[name]),
      )
      wx.redirectTo({ url: '/' + target.page + '?' + query.join('&') })
    })
  },
})`;
