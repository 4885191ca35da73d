import { cn } from './cn';
import { CopyButton } from './copy-button';

export type CodeBlockProps = {
  code: string;
  copyLabel: string;
  copiedLabel: string;
  /** Shown above: a file name or a language. */
  caption?: string | undefined;
  /** Name for screen readers. */
  'aria-label': string;
  className?: string | undefined;
};

export function CodeBlock({
  code,
  copyLabel,
  copiedLabel,
  caption,
  className,
  'aria-label': label,
}: CodeBlockProps) {
  return (
    <figure
      data-slot="code-block"
      className={cn(
        'relative overflow-hidden rounded-lg border border-border bg-muted/60 dark:bg-background',
        className,
      )}
    >
      {caption && (
        <figcaption className="flex h-10 items-center border-b border-border ps-4 pe-12 text-xs text-muted-foreground">
          {caption}
        </figcaption>
      )}
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="overflow-x-auto p-4 pe-12 font-mono text-[0.8125rem] leading-6 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring"
      >
        <code>{code}</code>
      </pre>
      <div className={cn('absolute end-1.5 top-1', !caption && 'top-2.5')}>
        <CopyButton text={code} label={copyLabel} copiedLabel={copiedLabel} />
      </div>
    </figure>
  );
}
