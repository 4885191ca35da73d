'use client';

import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import type { Styled } from './styled-props';

export function Tabs({ className, ...props }: Styled<ComponentProps<typeof BaseTabs.Root>>) {
  return <BaseTabs.Root data-slot="tabs" className={cn('flex flex-col gap-5', className)} {...props} />;
}

export function TabsList({ className, children, ...props }: Styled<ComponentProps<typeof BaseTabs.List>>) {
  return (
    <BaseTabs.List
      className={cn(
        'relative flex gap-5 overflow-x-auto overflow-y-hidden border-b border-border',
        className,
      )}
      {...props}
    >
      {children}
      <BaseTabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) rounded-full bg-foreground transition-[translate,width] duration-200 ease-out" />
    </BaseTabs.List>
  );
}

export function TabsTab({ className, ...props }: Styled<ComponentProps<typeof BaseTabs.Tab>>) {
  return (
    <BaseTabs.Tab
      className={cn(
        'inline-flex h-10 shrink-0 items-center gap-2 rounded-sm text-sm whitespace-nowrap text-muted-foreground transition-colors hover:text-foreground focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring data-active:font-medium data-active:text-foreground',
        className,
      )}
      {...props}
    />
  );
}

export function TabsPanel({ className, ...props }: Styled<ComponentProps<typeof BaseTabs.Panel>>) {
  return <BaseTabs.Panel className={cn('rounded-sm focus-ring', className)} {...props} />;
}
