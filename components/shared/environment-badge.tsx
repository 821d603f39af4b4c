import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { environmentColor } from './environment-color';

export interface EnvironmentLike {
  key: string;
  name: string;
  /** One of ENVIRONMENT_COLORS; derived from the key unless given. */
  color?: string | null;
  protected?: boolean;
}

export interface EnvironmentBadgeProps {
  environment: EnvironmentLike;
  /** `plain` is dot and name alone, for table heads and menus. */
  variant?: 'badge' | 'plain';
  className?: string;
}

export function EnvironmentBadge({ environment, variant = 'badge', className }: EnvironmentBadgeProps) {
  const t = useTranslations('frame');
  return (
    <span
      className={cn(
        'inline-flex min-w-0 items-center gap-1.5',
        variant === 'badge' && 'h-5 rounded-sm border px-1.5 text-xs font-medium',
        className,
      )}
    >
      <EnvironmentDot environment={environment} />
      <span className="truncate">{environment.name}</span>
      {environment.protected && (
        <Lock role="img" aria-label={t('environment.protected')} className="size-3 shrink-0 text-muted-foreground" />
      )}
    </span>
  );
}

export function EnvironmentDot({ environment, className }: { environment: EnvironmentLike; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn('size-2 shrink-0 rounded-full', className)}
      style={{ backgroundColor: environmentColor(environment) }}
    />
  );
}
