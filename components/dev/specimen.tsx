import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export type SectionProps = { title: string; children: ReactNode };

/** Primitives of one kind. Its title is what they are called in the sources. */
export function Section({ title, children }: SectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-4 border-t border-border pt-6">
      <h2 className="text-base font-semibold">{title}</h2>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">{children}</div>
    </section>
  );
}

export type SpecimenProps = {
  /** The name of the component, and the props that bring this state about. */
  name: string;
  children: ReactNode;
  /** Side by side, as far as there is room. */
  row?: boolean | undefined;
  /** Over both columns. */
  wide?: boolean | undefined;
};

/** One primitive in one state or several. */
export function Specimen({ name, children, row, wide }: SpecimenProps) {
  return (
    <figure className={cn('flex min-w-0 flex-col gap-2', wide && 'lg:col-span-2')}>
      <figcaption className="font-mono text-xs wrap-anywhere text-muted-foreground">{name}</figcaption>
      <div className={cn('min-w-0', row && 'flex flex-wrap items-center gap-2')}>{children}</div>
    </figure>
  );
}
