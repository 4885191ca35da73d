import type { World } from '@/lib/testing/world';

/** What inputs are made of: what is there, a name that something gets, and an id that nothing has. */
export type Given = World & { name: string; nobody: string };
