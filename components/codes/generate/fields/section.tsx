import { useId, type ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';

export type SectionProps = { title: string; text?: string; children: ReactNode };

export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card>
        <CardHeader id={id} title={title} description={text} />
        <CardBody className="flex flex-col gap-6">{children}</CardBody>
      </Card>
    </section>
  );
}
