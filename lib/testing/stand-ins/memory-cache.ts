/** For node-easywechat, whose own cache writes files into the working directory. */
export function memoryCache() {
  const store = new Map<string, unknown>();
  return {
    get: async (key: string) => store.get(key),
    has: async (key: string) => store.has(key),
    set: async (key: string, data?: unknown) => Boolean(store.set(key, data)),
    delete: async (key: string) => store.delete(key),
  };
}
