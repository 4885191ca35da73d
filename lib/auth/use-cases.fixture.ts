// What the use cases are asked with, by people who may not.

/** The id of no row: whoever forgets to ask says that there is none, or lists nothing. */
export const ID = 'none';
export const app = { mode: 'SANDBOX', name: '小程序' } as const;
export const settings = { name: '小程序' };
export const live = { mode: 'LIVE', name: '小程序', appId: 'wx', appSecret: 's', untested: false } as const;
export const view = { name: '本月', query: 'q=1', shared: false };
export const passwords = { currentPassword: 'a', newPassword: 'b', repeatPassword: 'b' };
export const proof = { currentPassword: 'a', code: '123456' };
export const passkey = {
  ...{ id: 'x', rawId: 'x', type: 'public-key' as const, clientExtensionResults: {} },
  response: { clientDataJSON: 'x', attestationObject: 'x' },
};
export const key = {
  name: '收银',
  permissions: ['codes.read' as const],
  appIds: null,
  addresses: [],
  days: 30,
};
export const tag = { name: '午市', color: 'red' } as const;
export const folder = { name: '一楼' };
export const purpose = {
  name: '桌',
  summary: '',
  endpoint: 'getwxacode' as const,
  fields: [],
  nameTemplate: '',
  printCm: 5,
};
export const draft = { miniProgramId: ID, source: { kind: 'paste', text: 's=1' } } as const;
export const fields = new URLSearchParams({ id: ID });
export const scope = { codeIds: [ID] };
export const everything = { app: 'all', tab: 'all', q: '' } as const;
export const code = { miniProgramId: ID, endpoint: 'getwxacode', path: 'p' } as const;
