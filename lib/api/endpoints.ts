import 'server-only';
import { AUDIT_ENDPOINTS } from './audit';
import { BATCH_ENDPOINTS } from './batches/endpoints';
import { RUN_ENDPOINTS } from './batches/run';
import { ACTION_ENDPOINTS } from './codes/many';
import { CODE_ENDPOINTS } from './codes/endpoints';
import { LIVE_ENDPOINTS } from './codes/live';
import { PICTURE_ENDPOINTS } from './codes/picture';
import type { Endpoint } from './endpoint';
import { DESIGN_ENDPOINTS } from './exports/designs';
import { EXPORT_ENDPOINTS } from './exports/endpoints';
import { ORDER_ENDPOINTS } from './order';

/** Every route of the API. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...CODE_ENDPOINTS,
  ...PICTURE_ENDPOINTS,
  ...LIVE_ENDPOINTS,
  ...ACTION_ENDPOINTS,
  ...BATCH_ENDPOINTS,
  ...RUN_ENDPOINTS,
  ...EXPORT_ENDPOINTS,
  ...DESIGN_ENDPOINTS,
  ...ORDER_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
];
