import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIB = join(import.meta.dirname, '../..');
const TAKES_ACTOR = /export (?:async )?function (\w+)\(\s*actor: (?:User)?Actor/g;

/** The names of all functions of lib that take an actor first. */
export function takersOfActors(): string[] {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /^[^.]+\.ts$/.test(file));
  return sources.flatMap((file) =>
    [...readFileSync(join(LIB, file), 'utf8').matchAll(TAKES_ACTOR)].map(([, name = '']) => name),
  );
}

/** Those of them that are steps of use cases, or only read for others that ask; all the others are use cases. */
export const STEPS: readonly string[] = [
  ...[
    'requirePermission',
    'can',
    'actOn',
    'changeCode',
    'makeBatch',
    'makeFileBatch',
    'knownPurposes',
    'viewerOf',
    'requireApp',
    'generateIn',
    'openCode',
    'requireCode',
    'reopenCode',
    'mayRemove',
    'recordUse',
    'formApp',
    'makerHere',
    'mayOpen',
    'getAskedPages',
    'findPageCodes',
  ],
  ...['ensureCredential', 'requireDraft', 'openDraft', 'replaceTable', 'readScope', 'bulkApps', 'scopeApps'],
  ...[
    'summarizeScopes',
    'searchTextOf',
    'outlineScope',
    'exportPage',
    'exportItem',
    'sendInvitations',
    'requireCurrentPassword',
    'requireProof',
    'requireProofOrPassword',
    'requireFactor',
    'requireOwner',
    'keptDesign',
    'requirePictures',
    'ownNotices',
  ],
];
