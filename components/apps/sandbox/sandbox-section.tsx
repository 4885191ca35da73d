import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';

type SandboxSectionProps = {
  name: 'failure' | 'slow' | 'quota' | 'token' | 'pages' | 'picture' | 'tools';
  children: ReactNode;
};

export function SandboxSection({ name, children }: SandboxSectionProps) {
  const t = useTranslations('sandbox.sections');
  return (
    <Card>
      <CardHeader title={t(`${name}.title`)} description={t(`${name}.hint`)} />
      <CardBody className="flex flex-col gap-5">{children}</CardBody>
    </Card>
  );
}
