type Patience = { attemptMs: number };

// On globalThis, since a setup file and a test file are two module instances.
const holder: typeof globalThis & { suncodePatience?: Patience } = globalThis;

/** How long one attempt at WeChat may take; a test in which nobody answers makes it short. */
export function patience(): Patience {
  return (holder.suncodePatience ??= { attemptMs: 12_000 });
}
