'use client';

import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { wasSent } from '@/lib/client/use-action';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  /** A diff, a list of what is reached, a comment field. */
  children?: ReactNode;
  confirmLabel?: ReactNode;
  destructive?: boolean;
  /** The name that must be typed before confirming. */
  typedName?: string;
  /** The dialog stays open, its button busy, until the promise settles; it closes when it resolves. */
  onConfirm: () => void | Promise<void>;
  /** Confirming is not possible yet (a required comment is missing, say). */
  disabled?: boolean;
  className?: string;
}

export function ConfirmDialog({ open, onOpenChange, className, ...rest }: ConfirmDialogProps) {
  return (
    <AlertDialog open={open} onOpenChange={onOpenChange}>
      <AlertDialogContent className={cn(rest.children ? 'max-w-xl' : undefined, className)}>
        <ConfirmBody close={() => onOpenChange(false)} {...rest} />
      </AlertDialogContent>
    </AlertDialog>
  );
}

/** Mounted only while open, so that what was typed is gone the next time. */
function ConfirmBody({
  close,
  title,
  description,
  children,
  confirmLabel,
  destructive = false,
  typedName,
  onConfirm,
  disabled = false,
}: Omit<ConfirmDialogProps, 'open' | 'onOpenChange' | 'className'> & { close: () => void }) {
  const t = useTranslations('common');
  const [typed, setTyped] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const isBlocked = disabled || isBusy || (typedName !== undefined && typed.trim() !== typedName);
  const confirm = async () => {
    setIsBusy(true);
    try {
      await onConfirm();
      close();
    } catch (error) {
      // It waits for approval now, which has been said: there is nothing left to confirm.
      if (wasSent(error)) close();
      throw error;
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!isBlocked) void confirm().catch(() => undefined);
      }}
    >
      <AlertDialogHeader>
        <AlertDialogTitle>{title}</AlertDialogTitle>
        <AlertDialogDescription asChild>
          <div>{description}</div>
        </AlertDialogDescription>
      </AlertDialogHeader>
      {children}
      {typedName !== undefined && <TypedName name={typedName} value={typed} onChange={setTyped} />}
      <AlertDialogFooter>
        <AlertDialogCancel disabled={isBusy}>{t('cancel')}</AlertDialogCancel>
        <Button type="submit" variant={destructive ? 'destructive' : 'default'} disabled={isBlocked}>
          {isBusy && <LoaderCircle className="animate-spin" />}
          {confirmLabel ?? t('confirm')}
        </Button>
      </AlertDialogFooter>
    </form>
  );
}

function TypedName({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const t = useTranslations('common');
  const id = useId();
  const mismatch = value !== '' && !name.startsWith(value.trim());
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id} className="font-normal">
        <span>
          {t.rich('confirmTyped.label', {
            name,
            code: (chunks) => <code className="rounded-sm bg-muted px-1 font-mono font-medium">{chunks}</code>,
          })}
        </span>
      </Label>
      <Input
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={mismatch}
        aria-describedby={mismatch ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {mismatch && (
        <p id={`${id}-hint`} className="text-xs text-destructive-text">
          {t('confirmTyped.mismatch')}
        </p>
      )}
    </div>
  );
}
