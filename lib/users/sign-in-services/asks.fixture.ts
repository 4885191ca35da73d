import { randomUUID } from 'node:crypto';
import type { UserActor } from '@/lib/auth/actor';
import { checkService, listServices } from './check';
import { beginConnecting, connectService, disconnectService, listOwnWaysIn } from './connections';
import { answerJoinRequest, getNewcomerRules, listJoinRequests, setNewcomerRules } from './newcomers';

// Each use case of this folder once, for the test that nobody gets through without the permission.

type Asks = Record<string, (actor: UserActor) => Promise<unknown>>;

const ID = randomUUID();

export const ASKS_OF_MEMBERS: Asks = {
  listOwnWaysIn: (actor) => listOwnWaysIn(actor),
  beginConnecting: (actor) => beginConnecting(actor, ID, 'a'),
  connectService: (actor) =>
    connectService(actor, { issuer: ID, subject: ID, name: ID, email: null, groups: null }, ID),
  disconnectService: (actor) => disconnectService(actor, ID),
};

export const ASKS_OF_MANAGERS: Asks = {
  listServices: async (actor) => listServices(actor),
  checkService: (actor) => checkService(actor, ID),
  getNewcomerRules: (actor) => getNewcomerRules(actor),
  setNewcomerRules: (actor) => setNewcomerRules(actor, { newcomers: 'refuse', role: 'VIEWER', appIds: null }),
  listJoinRequests: (actor) => listJoinRequests(actor),
  answerJoinRequest: (actor) => answerJoinRequest(actor, { id: ID, isLetIn: true }),
};
