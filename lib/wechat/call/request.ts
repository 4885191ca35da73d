import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';

/** Path of each endpoint under the API's base URL. */
export const ENDPOINT_PATHS = {
  getwxacode: '/wxa/getwxacode',
  getwxacodeunlimit: '/wxa/getwxacodeunlimit',
  createwxaqrcode: '/cgi-bin/wxaapp/createwxaqrcode',
} as const satisfies Record<Endpoint, string>;

export type CodeRequest = {
  path: (typeof ENDPOINT_PATHS)[Endpoint];
  /** JSON text of `fields`, in their order. */
  body: string;
  fields: Record<string, unknown>;
};

type Look = Extract<CodeParameters, { endpoint: 'getwxacode' | 'getwxacodeunlimit' }>;

/**
 * Turns valid parameters into the request WeChat expects. Every value is explicit, because an SDK's habit of leaving
 * out `false` and 0 changed what came back. The text is plain `JSON.stringify`: WeChat reads the raw text between the
 * quotes, so an escape such as `\u0026` would end up in the code; valid parameters never need one.
 */
export function buildRequest(parameters: CodeParameters): CodeRequest {
  const fields = fieldsOf(parameters);
  return { path: ENDPOINT_PATHS[parameters.endpoint], body: JSON.stringify(fields), fields };
}

function fieldsOf(parameters: CodeParameters): Record<string, unknown> {
  switch (parameters.endpoint) {
    case 'getwxacode':
      return {
        path: parameters.path,
        width: parameters.width,
        ...colorFields(parameters),
        is_hyaline: parameters.isHyaline,
        env_version: parameters.envVersion,
      };
    case 'getwxacodeunlimit':
      return {
        scene: parameters.scene,
        // Only leaving it out is documented to mean the home page.
        ...(parameters.page === '' ? {} : { page: parameters.page }),
        check_path: parameters.checkPath,
        env_version: parameters.envVersion,
        width: parameters.width,
        ...colorFields(parameters),
        is_hyaline: parameters.isHyaline,
      };
    case 'createwxaqrcode':
      return { path: parameters.path, width: parameters.width };
  }
}

/** `line_color` has a meaning only while `auto_color` is off; sending it anyway would split equal codes in two. */
function colorFields({ autoColor, lineColor: { r, g, b } }: Look): Record<string, unknown> {
  return autoColor ? { auto_color: true } : { auto_color: false, line_color: { r, g, b } };
}
