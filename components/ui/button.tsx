'use client';

import {
  Children,
  cloneElement,
  isValidElement,
  type ComponentProps,
  type MouseEvent,
  type ReactElement,
} from 'react';
import { buttonVariants, type ButtonVariants } from './button-variants';
import { cn } from './cn';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> &
  ButtonVariants & {
    /** Takes the place of the `<button>`: a link. */
    render?: ReactElement | undefined;
    /** Shows a spinner and swallows clicks. The button keeps the focus, which `disabled` would lose. */
    pending?: boolean | undefined;
  };

function swallow(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

/** A button; with `render={<Link href="…" />}` a link that looks like one. Plain React: it is in every page's first load. */
export function Button({ variant, size, pending, render, className, children, ...props }: ButtonProps) {
  const shared = {
    ...props,
    ...(pending && { 'aria-disabled': true, 'aria-busy': true, onClick: swallow }),
    'data-slot': 'button',
    className: cn(
      buttonVariants({ variant, size }),
      pending && '[&_svg:not([data-slot=spinner])]:hidden',
      className,
    ),
    children: (
      <>
        {pending && <Spinner />}
        {children}
      </>
    ),
  };
  // What a server component gives may be a lazy node; `toArray` opens it.
  const [element] = Children.toArray(render);
  if (isValidElement<ComponentProps<'button'>>(element)) return cloneElement(element, shared);
  return <button type="button" {...shared} />;
}
