'use client';

import { useTranslations } from 'next-intl';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { useShortcut } from './use-shortcut';

export interface Shortcut {
  /** Alternatives, each one key: `['j', '↓']`. */
  keys: readonly string[];
  label: string;
}

export interface ShortcutHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The page's own, after those that work everywhere. */
  extra?: readonly Shortcut[];
}

/** The list of keys. `?` opens it from anywhere. */
export function ShortcutHelp({ open, onOpenChange, extra = [] }: ShortcutHelpProps) {
  const t = useTranslations('common.shortcuts');
  useShortcut('?', () => onOpenChange(true));
  const shortcuts: Shortcut[] = [
    { keys: ['j', '↓'], label: t('down') },
    { keys: ['k', '↑'], label: t('up') },
    { keys: ['Enter'], label: t('open') },
    { keys: ['e'], label: t('edit') },
    { keys: ['x'], label: t('select') },
    { keys: ['/'], label: t('search') },
    { keys: ['?'], label: t('help') },
    ...extra,
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-sm">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2">
          {shortcuts.map(({ keys, label }) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd className="flex items-center justify-end gap-1.5 text-xs text-muted-foreground">
                {keys.map((key, place) => (
                  <span key={key} className="inline-flex items-center gap-1.5">
                    {place > 0 && t('then')}
                    <Kbd>{key}</Kbd>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}
