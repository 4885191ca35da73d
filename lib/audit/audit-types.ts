import type { AuditChanges } from './changes';

/** One thing that happened, as pages show it. */
export type AuditItem = {
  id: string;
  at: string;
  actor: { kind: string; name: string };
  /** An AuditAction, or one of another version. */
  action: string;
  target: { kind: string | null; id: string | null; name: string | null; href: string | null } | null;
  /** Null where it is not known, and for those who are not told. */
  address: string | null;
  changes: AuditChanges | null;
  details: Record<string, unknown> | null;
};

export type AuditPage = { items: AuditItem[]; nextCursor: string | null };
