/**
 * For app.js of the Mini Program: pages that are no more lead to others, with the parameters of the scan, which a page of the tab
 * bar does not take. Free of words, so the same in each language.
 * @param targets the page that opens instead, by the page that is gone
 * @param home for any other page that is not there
 */
export function notFoundSnippet(targets: Readonly<Record<string, string>>, home: string): string {
  const lines = Object.entries(targets).map(
    ([page, target]) => `    ${JSON.stringify(page)}: ${JSON.stringify(`/${target}`)},\n`,
  );
  return `onPageNotFound(res) {
  const moved = {
${lines.join('')}  }
  const url = moved[res.path] || ${JSON.stringify(`/${home}`)}
  const query = Object.keys(res.query || {})
    .map((key) => key + '=' + res.query[key])
    .join('&')
  wx.reLaunch({
    url: query ? url + '?' + query : url,
    fail: () => wx.reLaunch({ url }),
  })
},`;
}
