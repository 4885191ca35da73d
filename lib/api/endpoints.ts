import 'server-only';
import { CODE_ENDPOINTS } from './codes/endpoints';
import { PICTURE_ENDPOINTS } from './codes/picture';
import type { Endpoint } from './endpoint';
import { ORDER_ENDPOINTS } from './order';

/** Every route of the API. */
export const ENDPOINTS: readonly Endpoint[] = [...CODE_ENDPOINTS, ...PICTURE_ENDPOINTS, ...ORDER_ENDPOINTS];
