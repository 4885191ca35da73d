import type { ComponentProps } from 'react';

export type FormProps = Omit<ComponentProps<'form'>, 'method' | 'noValidate'>;

/**
 * A form that a script handles and checks. `post`, for those who are quicker than the script: by default the browser would
 * write what they typed, passwords too, into the address, the history and every log on the way.
 */
export function Form(props: FormProps) {
  return <form method="post" noValidate {...props} />;
}
