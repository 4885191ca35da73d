import type { SandboxApp } from './app';

/** The parts of the world that a test replaces. */
export type SandboxTools = {
  /** Milliseconds since 1970. */
  clock(): number;
  random(): number;
  delay(durationMs: number): Promise<unknown>;
};

export type SandboxContext = SandboxTools & {
  /** The Mini Program of an AppID, or undefined when the sandbox does not know it. */
  findApp(appId: string): SandboxApp | undefined;
  allApps(): Iterable<SandboxApp>;
};
