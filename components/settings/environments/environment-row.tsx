'use client';

import { ArrowDown, ArrowUp, type LucideIcon, Pencil, Signature, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { KeyText } from '@/components/shared/key-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { EnvironmentView } from '@/lib/services/environments/types';

const POLICIES = ['requireComment', 'publicRead', 'requireProof'] as const;

export type EnvironmentAct = 'moveUp' | 'moveDown' | 'edit' | 'secret' | 'delete';

export interface EnvironmentRowProps {
  environment: EnvironmentView;
  /** What can be done now; the rest stands disabled, but for the secret, which is nothing to those who may not. */
  acts: readonly EnvironmentAct[];
  onAct: (act: EnvironmentAct) => void;
}

interface ActButtonProps {
  icon: LucideIcon;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

function ActButton({ icon: Icon, label, disabled, onClick }: ActButtonProps) {
  return (
    <Button variant="ghost" size="icon" disabled={disabled} aria-label={label} title={label} onClick={onClick}>
      <Icon />
    </Button>
  );
}

/** One environment: what it demands, its place, and what can be done with it. */
export function EnvironmentRow({ environment, acts, onAct }: EnvironmentRowProps) {
  const t = useTranslations('settings.environment');
  const { name } = environment;
  const button = (act: EnvironmentAct, icon: LucideIcon, label: string) => (
    <ActButton icon={icon} label={label} disabled={!acts.includes(act)} onClick={() => onAct(act)} />
  );
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-40 justify-items-start gap-1">
        <EnvironmentBadge environment={environment} />
        <KeyText value={environment.key} />
      </div>
      <div className="flex flex-wrap gap-1.5 empty:hidden max-sm:w-full">
        {environment.requiredApprovals > 0 && (
          <Badge variant="outline">{t('approvals', { count: environment.requiredApprovals })}</Badge>
        )}
        {POLICIES.filter((policy) => environment[policy]).map((policy) => (
          <Badge key={policy} variant="outline">
            {t(policy)}
          </Badge>
        ))}
      </div>
      <div className="flex items-center gap-1 max-sm:-ml-2.5">
        {button('moveUp', ArrowUp, t('moveUp', { name }))}
        {button('moveDown', ArrowDown, t('moveDown', { name }))}
        {button('edit', Pencil, t('edit', { name }))}
        {acts.includes('secret') && button('secret', Signature, t('signing.of', { name }))}
        {button('delete', Trash2, t('delete', { name }))}
      </div>
    </li>
  );
}
