import { Lock } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from './empty-state';

export type ForbiddenProps = { title: string; text: string; back: { href: Route; label: string } };

/** In place of a form for those whose role does not allow what it does. */
export function Forbidden({ title, text, back }: ForbiddenProps) {
  return (
    <EmptyState
      icon={<Lock />}
      title={title}
      text={text}
      action={
        <Button variant="secondary" render={<Link href={back.href} />}>
          {back.label}
        </Button>
      }
    />
  );
}
