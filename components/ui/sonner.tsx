'use client';

import { CircleAlert, CircleCheck, Info, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { Toaster as Sonner, type ToasterProps } from 'sonner';

const icons = {
  success: <CircleCheck className="size-4 text-success" />,
  info: <Info className="size-4 text-muted-foreground" />,
  warning: <TriangleAlert className="size-4 text-warning" />,
  error: <CircleAlert className="size-4 text-destructive-text" />,
  loading: <LoaderCircle className="size-4 animate-spin text-muted-foreground" />,
};

export function Toaster(props: ToasterProps) {
  const { resolvedTheme } = useTheme();
  const t = useTranslations('common');
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      containerAriaLabel={t('notifications')}
      icons={icons}
      toastOptions={{
        closeButtonAriaLabel: t('close'),
        classNames: {
          toast: 'border! bg-popover! text-popover-foreground! shadow-md! rounded-lg! font-sans! gap-2!',
          description: 'text-muted-foreground!',
          actionButton: 'bg-primary! text-primary-foreground! h-7! rounded-md! text-[13px]!',
          cancelButton: 'bg-secondary! text-secondary-foreground! h-7! rounded-md! text-[13px]!',
        },
      }}
      {...props}
    />
  );
}
