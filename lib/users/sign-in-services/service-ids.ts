/** The services that can be set up, in the order of their buttons. */
export const SERVICE_IDS = ['wecom', 'dingtalk', 'feishu', 'oidc'] as const;
export type ServiceId = (typeof SERVICE_IDS)[number];
