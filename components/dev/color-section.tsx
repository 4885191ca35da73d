import { cn } from '@/components/ui/cn';
import { Section, Specimen } from './specimen';

/** What texts are written in, on what they may be written on. */
const TEXTS: Record<string, readonly string[]> = {
  'text-foreground': [
    'bg-background',
    'bg-sidebar',
    'bg-surface',
    'bg-surface-raised',
    'bg-muted',
    'bg-muted-strong',
  ],
  'text-muted-foreground': ['bg-background', 'bg-sidebar', 'bg-surface', 'bg-surface-raised', 'bg-muted'],
  'text-accent-text': ['bg-background', 'bg-surface', 'bg-accent-subtle'],
  'text-success-text': ['bg-background', 'bg-surface', 'bg-success-subtle'],
  'text-warning-text': ['bg-background', 'bg-surface', 'bg-warning-subtle'],
  'text-danger-text': ['bg-background', 'bg-surface', 'bg-danger-subtle'],
  'text-info-text': ['bg-background', 'bg-surface', 'bg-info-subtle'],
  'text-primary-foreground': ['bg-primary', 'bg-primary-hover'],
  'text-accent-foreground': ['bg-accent'],
  'text-danger-foreground': ['bg-danger', 'bg-danger-hover'],
};

const FILLS = [
  'bg-accent bg-success bg-warning bg-danger bg-info',
  'bg-chart-1 bg-chart-2 bg-chart-3 bg-chart-4',
  'bg-tag-gray bg-tag-red bg-tag-orange bg-tag-yellow bg-tag-green bg-tag-teal bg-tag-blue bg-tag-purple',
];

/** The colors of app/globals.css. Every pair that a text may stand in is written out, so that axe reads each of them. */
export function ColorSection() {
  return (
    <Section title="Colors">
      {Object.entries(TEXTS).map(([text, grounds]) => (
        <Specimen key={text} name={text}>
          <div className="flex flex-wrap gap-1.5">
            {grounds.map((ground) => (
              <span
                key={ground}
                className={cn('rounded-sm border border-border px-2 py-1 text-xs', text, ground)}
              >
                {ground.replace('bg-', '')}
              </span>
            ))}
          </div>
        </Specimen>
      ))}
      {FILLS.map((names) => (
        <Specimen key={names} name={names.replaceAll('bg-', '')}>
          <div className="flex gap-1.5">
            {names.split(' ').map((name) => (
              <span key={name} className={cn('h-8 flex-1 rounded-sm', name)} />
            ))}
          </div>
        </Specimen>
      ))}
      <Specimen name="sun-rays · code-motif · checkerboard · shimmer" wide>
        <div className="flex flex-wrap items-center gap-6">
          <span className="sun-rays m-8 size-12 rounded-full bg-accent-subtle" />
          <span className="size-24 text-accent code-motif" />
          <span className="size-24 rounded-md checkerboard" />
          <span className="shimmer size-24 rounded-md" />
        </div>
      </Specimen>
    </Section>
  );
}
