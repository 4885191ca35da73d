// Next bundles routes apart from each other: what they and the server know of the process has to live outside the module.
const holder: typeof globalThis & { suncodeStopping?: boolean } = globalThis;

/** Whether this process answers its last requests: it says that it is not ready, and lets go of each connection. */
export const isStopping = () => holder.suncodeStopping === true;

export function saysStopping(stopping: boolean): void {
  holder.suncodeStopping = stopping;
}
