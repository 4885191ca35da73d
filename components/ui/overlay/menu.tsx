'use client';

import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { popupItem, popupSurface } from './popup-styles';

/** base-ui also takes a function as `className`; our primitives merge class strings, so they only take a string. */
type Styled<Props> = Omit<Props, 'className'> & { className?: string | undefined };

/** Not modal: a menu does not lock the page behind it. */
export function Menu(props: ComponentProps<typeof BaseMenu.Root>) {
  return <BaseMenu.Root modal={false} {...props} />;
}

export const MenuTrigger = BaseMenu.Trigger;
export const MenuGroup = BaseMenu.Group;
export const MenuRadioGroup = BaseMenu.RadioGroup;

export type MenuContentProps = {
  children: ReactNode;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  /** Its trigger stays in the window while the page scrolls. Otherwise the menu would go with the page until it is placed again, and a press meant for an item land beside it. */
  pinned?: boolean | undefined;
  className?: string | undefined;
};

export function MenuContent({
  children,
  side = 'bottom',
  align = 'end',
  pinned,
  className,
}: MenuContentProps) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner
        side={side}
        align={align}
        sideOffset={6}
        positionMethod={pinned ? 'fixed' : 'absolute'}
        className="z-50 outline-none"
      >
        <BaseMenu.Popup
          data-slot="menu"
          className={cn(
            popupSurface,
            'max-h-(--available-height) max-w-[calc(100vw-1rem)] min-w-48 overflow-y-auto p-1',
            className,
          )}
        >
          {children}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

const danger = 'text-danger-text data-highlighted:bg-danger-subtle dark:data-highlighted:bg-danger-subtle';

export type MenuItemProps = Styled<ComponentProps<typeof BaseMenu.Item>> & {
  variant?: 'default' | 'danger' | undefined;
  /** Key caps or a count, at the end of the row. */
  end?: ReactNode;
};

export function MenuItem({ variant, end, className, children, ...props }: MenuItemProps) {
  return (
    <BaseMenu.Item className={cn(popupItem, variant === 'danger' && danger, className)} {...props}>
      {children}
      {end && <span className="ms-auto ps-4 text-muted-foreground">{end}</span>}
    </BaseMenu.Item>
  );
}

/** `render={<Link href="…" />}` for a page of the app, `href` for a download. */
export function MenuLinkItem({ className, ...props }: Styled<ComponentProps<typeof BaseMenu.LinkItem>>) {
  return <BaseMenu.LinkItem closeOnClick className={cn(popupItem, className)} {...props} />;
}

export function MenuRadioItem({
  className,
  children,
  ...props
}: Styled<ComponentProps<typeof BaseMenu.RadioItem>>) {
  return (
    <BaseMenu.RadioItem className={cn(popupItem, className)} {...props}>
      {children}
      <MenuCheck indicator={<BaseMenu.RadioItemIndicator render={<Check aria-hidden />} />} />
    </BaseMenu.RadioItem>
  );
}

export function MenuCheckboxItem({
  className,
  children,
  ...props
}: Styled<ComponentProps<typeof BaseMenu.CheckboxItem>>) {
  return (
    <BaseMenu.CheckboxItem className={cn(popupItem, className)} {...props}>
      {children}
      <MenuCheck indicator={<BaseMenu.CheckboxItemIndicator render={<Check aria-hidden />} />} />
    </BaseMenu.CheckboxItem>
  );
}

function MenuCheck({ indicator }: { indicator: ReactNode }) {
  return <span className="ms-auto flex w-6 justify-end text-accent-text">{indicator}</span>;
}

/** The heading of a `MenuGroup` or `MenuRadioGroup`. */
export function MenuLabel({ className, ...props }: Styled<ComponentProps<typeof BaseMenu.GroupLabel>>) {
  return (
    <BaseMenu.GroupLabel
      className={cn('px-2.5 pt-2 pb-1 text-xs leading-4 text-muted-foreground', className)}
      {...props}
    />
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-border" />;
}
