import { cn } from './cn';

/** A Chinese name is known by its last two characters, a Latin one by the first letters of its first two words. */
function initials(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed].slice(-2).join('');
  const letters = trimmed.split(/\s+/).map((word) => [...word][0] ?? '');
  return letters.slice(0, 2).join('').toUpperCase() || '?';
}

const sizes = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-11 text-sm' };

export type AvatarProps = {
  name: string;
  size?: keyof typeof sizes | undefined;
  className?: string | undefined;
};

/** Decorative: the name stands beside it, or on the control around it. */
export function Avatar({ name, size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden
      data-slot="avatar"
      className={cn(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-accent-subtle font-medium text-accent-text ring-1 ring-accent/20 select-none ring-inset',
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
