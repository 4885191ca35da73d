/** base-ui also takes a function as `className`; our primitives merge class strings, so they only take a string. */
export type Styled<Props> = Omit<Props, 'className'> & { className?: string | undefined };
