import { useId, type ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';

export type DetailCardProps = { title: string; text?: string | undefined; children: ReactNode };

export function DetailCard({ title, text, children }: DetailCardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card>
        <CardHeader id={id} title={title} description={text} />
        <CardBody className="pt-3">{children}</CardBody>
      </Card>
    </section>
  );
}
