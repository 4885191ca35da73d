'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/form/field';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import type { Role } from '@/lib/db/generated/enums';

const ROLES = ['OPERATOR', 'VIEWER', 'ADMIN'] as const;

export function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const t = useTranslations();
  const items = ROLES.map((role) => ({
    value: role,
    title: t(`layout.user.role.${role}`),
    description: t(`members.roleText.${role}`),
  }));
  return (
    <Field group label={t('auth.account.role')}>
      <RadioCardGroup items={items} value={value} onValueChange={onChange} />
    </Field>
  );
}
