import 'server-only';
import type { Endpoint } from '@/lib/api/endpoint';
import { endpointOf } from './tool';

type Resource = { uri: string; name: string; title: string; description: string; endpoint: Endpoint };

/** What an assistant may keep at hand: the same as the tools of the same names. */
export const RESOURCES: readonly Resource[] = [
  {
    ...{ uri: 'suncode://mini-programs', name: 'mini-programs', title: 'Mini Programs' },
    description: 'The Mini Programs that this key may see, with the ids that the tools ask for.',
    endpoint: endpointOf('listMiniPrograms'),
  },
  {
    ...{ uri: 'suncode://quota', name: 'quota', title: 'Permanent quota' },
    description:
      'How much of the 100,000 codes that WeChat allows for good is used and left, by Mini Program.',
    endpoint: endpointOf('listQuotas'),
  },
];

export const CODE_TEMPLATE = {
  ...{ uriTemplate: 'suncode://codes/{codeId}', name: 'code', title: 'One code' },
  description: 'One kept code with all of its parameters.',
  endpoint: endpointOf('getCode'),
};

/** @returns null for an address of nothing */
export function resourceAt(uri: string): { endpoint: Endpoint; params: Record<string, string> } | null {
  const listed = RESOURCES.find((one) => one.uri === uri);
  if (listed) return { endpoint: listed.endpoint, params: {} };
  const [, codeId] = /^suncode:\/\/codes\/([^/]+)$/.exec(uri) ?? [];
  return codeId ? { endpoint: CODE_TEMPLATE.endpoint, params: { codeId } } : null;
}
