// `server-only` throws outside Next. Scripts and tests are server code by nature, so it resolves to this empty file there.
export {};
