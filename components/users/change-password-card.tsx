import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { ChangePasswordForm } from './change-password-form';

export function ChangePasswordCard({ email, name }: { email: string; name: string }) {
  const t = useTranslations('auth.account');
  return (
    <Card>
      <CardHeader title={t('changePassword')} description={t('changePasswordHint')} />
      <CardBody>
        <ChangePasswordForm email={email} name={name} />
      </CardBody>
    </Card>
  );
}
