/** A path's page and query as a Mini Program sees them: WeChat drops a leading slash. */
export function splitPath(path: string): { page: string; query: string } {
  const [page = '', ...query] = path.split('?');
  return { page: page.replace(/^\/+/, ''), query: query.join('?') };
}
