'use client';

import { mergeProps } from '@base-ui/react/merge-props';
import { useRender } from '@base-ui/react/use-render';
import type { MouseEvent } from 'react';
import { buttonVariants, type ButtonVariants } from './button-variants';
import { cn } from './cn';
import { Spinner } from './spinner';

export type ButtonProps = useRender.ComponentProps<'button'> &
  ButtonVariants & {
    /** Shows a spinner and swallows clicks. The button keeps the focus, which `disabled` would lose. */
    pending?: boolean | undefined;
  };

function swallow(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

/** A button; with `render={<Link href="…" />}` a link that looks like one. */
export function Button({ variant, size, pending, render, className, children, ...props }: ButtonProps) {
  const state = pending ? { 'aria-disabled': true, 'aria-busy': true, onClick: swallow } : {};
  const content = (
    <>
      {pending && <Spinner />}
      {children}
    </>
  );
  return useRender({
    defaultTagName: 'button',
    render,
    props: mergeProps<'button'>(
      render ? {} : { type: 'button' },
      { ...props, ...state },
      {
        className: cn(
          buttonVariants({ variant, size }),
          pending && '[&_svg:not([data-slot=spinner])]:hidden',
          className,
        ),
        children: content,
      },
    ),
    state: { slot: 'button' },
  });
}
