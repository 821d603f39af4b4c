'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorState } from '@/components/shared/error-state';
import { KeyText } from '@/components/shared/key-text';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover';
import { Skeleton } from '@/components/ui/skeleton';
import { useTenantFlag } from '@/lib/client/use-tenant-flag';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { GridFlag, GridTenant } from '@/lib/services/overrides/types';
import { ConfirmOverride } from '../confirm-override';
import { OverrideActions } from '../override-actions';
import { OverrideDialog } from '../override-dialog';
import { OverrideStatus } from '../override-status';
import type { TenantPlace } from '../tenant-place';
import { useOverrides } from '../use-overrides';
import { COLUMN, ROW } from './grid-sizes';

export interface CellPanelProps {
  project: string;
  environment: EnvironmentView;
  canEdit: boolean;
  tenant: GridTenant | undefined;
  flag: GridFlag | undefined;
  /** Where the open cell is, in pixels of the grid; null while none is. */
  anchor: { left: number; top: number } | null;
  onClose: () => void;
}

interface Meeting {
  tenant: GridTenant;
  flag: GridFlag;
}

/** What a cell opens into: the tenant's value of the flag, to be switched, edited and cleared. */
export function CellPanel(props: CellPanelProps) {
  const { tenant, flag, anchor } = props;
  // Dialogs that the panel opened outlive it, so the last cell is kept.
  const [last, setLast] = useState<Meeting | null>(null);
  if (tenant && flag && (last?.tenant.key !== tenant.key || last.flag.key !== flag.key)) setLast({ tenant, flag });
  if (!last) return null;
  return <OpenPanel key={`${last.flag.key}/${last.tenant.key}`} {...props} {...last} isOpen={anchor !== null} />;
}

function OpenPanel(props: Omit<CellPanelProps, 'tenant' | 'flag'> & Meeting & { isOpen: boolean }) {
  const { project, environment, canEdit, tenant, flag, anchor, isOpen, onClose } = props;
  const t = useTranslations('tenants');
  const place = { project, tenant, environment, canEdit };
  const { onSet, onClear, onEdit, ...dialogs } = useOverrides(place);
  const hasDialog = dialogs.asking !== null || dialogs.editing !== null;
  return (
    <>
      <Popover open={isOpen && !hasDialog} onOpenChange={(open) => !open && onClose()}>
        <PopoverAnchor asChild>
          <span
            aria-hidden="true"
            className="pointer-events-none absolute"
            style={{ ...anchor, width: COLUMN, height: ROW }}
          />
        </PopoverAnchor>
        <PopoverContent
          aria-label={t('flags.switch', { flag: flag.name, tenant: tenant.name })}
          className="w-80 p-3"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div className="grid gap-2.5">
            <div className="min-w-0">
              <p className="truncate text-sm leading-5 font-semibold">{flag.name}</p>
              <p className="flex min-w-0 items-center gap-2 text-xs text-muted-foreground">
                <span className="truncate">{tenant.name}</span>
                <KeyText value={flag.key} />
              </p>
            </div>
            <PanelValue place={place} flag={flag.key} onSet={onSet} onClear={onClear} onEdit={onEdit} />
          </div>
        </PopoverContent>
      </Popover>
      <ConfirmOverride
        place={place}
        request={dialogs.asking}
        onClose={dialogs.stopAsking}
        onConfirm={dialogs.confirm}
      />
      <OverrideDialog place={place} flag={dialogs.editing} onClose={dialogs.stopEditing} onSave={dialogs.write} />
    </>
  );
}

interface PanelValueProps extends Pick<ReturnType<typeof useOverrides>, 'onSet' | 'onClear' | 'onEdit'> {
  place: TenantPlace;
  flag: string;
}

/** Read when the panel opens: what the grid itself knows of a cell lacks its note and the code default. */
function PanelValue({ place, flag, onSet, onClear, onEdit }: PanelValueProps) {
  const { project, tenant, environment, canEdit } = place;
  const at = { project, tenant: tenant.key, environment: environment.key };
  const { data, isError, refetch } = useTenantFlag(at, flag);
  if (isError) return <ErrorState className="py-2" onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-10 w-full" />;
  return (
    <>
      <OverrideStatus flag={data} tenant={tenant.name} canEdit={canEdit} onSet={onSet} />
      {data.note && <p className="border-l-2 pl-2 text-xs text-muted-foreground">{data.note}</p>}
      {canEdit && <OverrideActions withText flag={data} onEdit={onEdit} onClear={onClear} />}
    </>
  );
}
