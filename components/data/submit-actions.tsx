'use client';

import { useTranslations } from 'next-intl';
import { Button, type ButtonProps } from '@/components/ui/button';
import { DialogActions } from '@/components/ui/overlay/dialog';

export type SubmitActionsProps = {
  submitLabel: string;
  pending: boolean;
  onCancel: () => void;
  variant?: ButtonProps['variant'];
};

/** How a form in a dialog ends. */
export function SubmitActions({ submitLabel, pending, onCancel, variant }: SubmitActionsProps) {
  const t = useTranslations('common');
  return (
    <DialogActions>
      <Button variant="secondary" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" variant={variant} pending={pending}>
        {submitLabel}
      </Button>
    </DialogActions>
  );
}
