import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';

/** One call of a server action, from the server in front of Next to the action itself. */
export type ActionCall = { entered: boolean };

// On globalThis, since Next's bundles and the server in front of them are separate module instances of one process.
const holder: typeof globalThis & { suncodeActionCalls?: AsyncLocalStorage<ActionCall> } = globalThis;

export function actionCalls(): AsyncLocalStorage<ActionCall> {
  return (holder.suncodeActionCalls ??= new AsyncLocalStorage());
}

/** Said by the frame of all server actions before anything else: what fails from here on is a fault, not the caller's mistake. */
export function enterAction(): void {
  const call = actionCalls().getStore();
  if (call) call.entered = true;
}
