'use client';

import { Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { PageBody } from '@/components/frame/page-body';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { KeyText } from '@/components/shared/key-text';
import { PageHeader } from '@/components/shared/page-header';
import {
  Breadcrumb,
  BreadcrumbItem,
  BreadcrumbLink,
  BreadcrumbList,
  BreadcrumbPage,
  BreadcrumbSeparator,
} from '@/components/ui/breadcrumb';
import { Button } from '@/components/ui/button';
import { segmentActions } from '@/lib/client/segment-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import { MembersPanel } from './members-panel';
import { RenameDialog } from './rename-dialog';
import { RulesEditor } from './rules-editor';
import type { SegmentPlace } from './segment-types';
import { UsageList } from './usage-list';

function Path({ list, name }: { list: string; name: string }) {
  const t = useTranslations('segments');
  return (
    <Breadcrumb aria-label={t('page.breadcrumb')}>
      <BreadcrumbList>
        <BreadcrumbItem>
          <BreadcrumbLink asChild>
            <Link href={list}>{t('title')}</Link>
          </BreadcrumbLink>
        </BreadcrumbItem>
        <BreadcrumbSeparator />
        <BreadcrumbItem>
          <BreadcrumbPage>{name}</BreadcrumbPage>
        </BreadcrumbItem>
      </BreadcrumbList>
    </Breadcrumb>
  );
}

/** One segment in one environment: its rules, its listed members, where it is used. */
export function SegmentPage(place: SegmentPlace) {
  const { project, segment, environment } = place;
  const t = useTranslations('segments.page');
  const router = useRouter();
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const { key, version } = segment;
  const remove = useAction<void, { key: string; version: number }>(segmentActions(project).remove, {
    onSuccess: () => {
      toast.success(t('deleted'));
      router.push(`/p/${project}/segments`);
    },
    onError: (error) => {
      const refusal = refusalOf(error);
      const description = refusal?.issues?.map(({ message }) => message).join(' ');
      toast.error(refusal?.message ?? t('failed'), { description });
    },
  });
  return (
    <PageBody className="max-w-5xl">
      <PageHeader
        breadcrumb={
          <Path list={`/p/${project}/segments?env=${encodeURIComponent(environment.key)}`} name={segment.name} />
        }
        title={segment.name}
        meta={
          <>
            <KeyText value={key} />
            <EnvironmentBadge environment={environment} />
          </>
        }
        description={segment.description}
        actions={
          environment.can.editSegments && (
            <>
              <Button variant="outline" onClick={() => setOpen('rename')}>
                <Pencil />
                {t('rename')}
              </Button>
              <Button variant="outline" onClick={() => setOpen('delete')}>
                <Trash2 />
                {t('delete')}
              </Button>
            </>
          )
        }
      />
      <RulesEditor key={`${key} ${environment.key}`} {...place} />
      <MembersPanel {...place} />
      <section className="grid gap-3">
        <h2 className="text-sm font-semibold">{t('usage')}</h2>
        <UsageList project={project} usedIn={segment.usedIn} />
      </section>
      <RenameDialog {...place} open={open === 'rename'} onClose={() => setOpen(null)} />
      <ConfirmDialog
        open={open === 'delete'}
        onOpenChange={() => setOpen(null)}
        title={t('deleteTitle', { name: segment.name })}
        description={t('deleteHint')}
        confirmLabel={t('delete')}
        destructive
        typedName={key}
        onConfirm={() => remove.mutateAsync({ key, version })}
      />
    </PageBody>
  );
}
