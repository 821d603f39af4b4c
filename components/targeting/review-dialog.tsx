'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DiffView } from '@/components/shared/diff-view';
import { BypassField } from '@/components/requests/bypass-field';
import { type RequestDraft, RequestFields } from '@/components/requests/request-fields';
import { bodyOf, emptySchedule, problemOf, type ScheduleDraft } from '@/components/schedules/schedule-draft';
import { ScheduleFields } from '@/components/schedules/schedule-fields';
import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { useTickingNow } from '@/components/shared/now-provider';
import { Kbd } from '@/components/ui/kbd';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { describe } from '@/lib/changes/describe';
import type { Instruction } from '@/lib/changes/types';
import type { Configuration } from '@/lib/engine/types';
import { refusalOf, wasSent } from '@/lib/client/use-action';
import { useScheduleActs } from '@/lib/client/use-schedule-acts';
import { useRequestChange } from '@/lib/client/use-request-change';
import { CommentField } from './comment-field';
import { draftOf } from './draft';
import { REVIEW_WAYS, type ReviewWay, ReviewWays } from './review-ways';
import { SentenceList } from './sentence-list';
import { useTargeting } from './targeting-context';

export interface ReviewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  base: Configuration;
  next: Configuration;
  instructions: readonly Instruction[];
  /** Whether it was saved; rejects to keep the dialog open. */
  onSave: (comment: string, bypass: boolean) => Promise<boolean>;
  /** It was kept for later instead: what was edited is not needed any more. */
  onKept: () => void;
}

/** What will be saved, as sentences and as JSON, and why; at once, or once others agreed. */
export function ReviewDialog({ open, onOpenChange, onSave, onKept, ...change }: ReviewDialogProps) {
  const t = useTranslations('targeting.review');
  const requests = useTranslations('requests');
  const { environment } = useTargeting();
  // Who may not save may ask for it.
  const isProposing = !environment.can.edit;
  const [comment, setComment] = useState('');
  const approvals = environment.requiredApprovals;
  const ways = waysIn(environment);
  const usual = approvals > 0 || isProposing ? 'request' : 'now';
  const [picked, setWay] = useState<ReviewWay | null>(null);
  const way = picked && ways.includes(picked) ? picked : usual;
  const [asking, setAsking] = useState<RequestDraft>(NOTHING_ASKED);
  const [bypass, setBypass] = useState(false);
  const isBypassing = way === 'now' && approvals > 0;
  const [when, setWhen] = useState<ScheduleDraft>(() => emptySchedule(ownZone()));
  const keep = useKeep(change);
  const isUntimed = problemOf(when, useTickingNow()) !== null && way === 'schedule';
  const isMissing = (environment.requireComment || isBypassing) && comment.trim() === '';
  const isSilent = isBypassing && !bypass;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-2xl"
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t(isProposing ? 'propose' : 'title')}
          <EnvironmentBadge environment={environment} />
        </span>
      }
      description={t(`description.${way === 'schedule' && approvals > 0 ? 'bound' : way}`, {
        count: change.instructions.length,
      })}
      confirmLabel={
        <>
          {isBypassing
            ? requests('bypass.save')
            : way === 'request'
              ? requests('request', { count: approvals })
              : t(way === 'now' ? 'save' : `way.${way}`)}
          <Kbd
            aria-hidden="true"
            className="ml-1 border-primary-foreground/30 bg-transparent text-primary-foreground max-sm:hidden"
          >
            Ctrl ↵
          </Kbd>
        </>
      }
      typedName={environment.protected && way !== 'request' ? environment.name : undefined}
      destructive={isBypassing}
      disabled={isMissing || isUntimed || isSilent}
      onConfirm={async () => {
        // Whoever has to fix something first finds their comment again.
        if (way === 'now') {
          if (!(await onSave(comment.trim(), isBypassing))) return;
        } else {
          await keep(way, comment.trim(), when, asking);
          onKept();
        }
        setComment('');
        setWay(null);
        setWhen(emptySchedule(ownZone()));
        setAsking(NOTHING_ASKED);
        setBypass(false);
      }}
    >
      <ReviewBody {...change} comment={comment} onCommentChange={setComment} isReasonWanted={isBypassing} />
      {ways.length > 1 && <ReviewWays value={way} onChange={setWay} ways={ways} />}
      {way === 'schedule' && <ScheduleFields value={when} onChange={(changes) => setWhen({ ...when, ...changes })} />}
      {way === 'request' && (
        <RequestFields
          value={asking}
          approvals={approvals}
          onChange={(changes) => setAsking({ ...asking, ...changes })}
        />
      )}
      {isBypassing && <BypassField checked={bypass} onChange={setBypass} approvals={approvals} />}
    </ConfirmDialog>
  );
}

/** How a change may go on: who may only ask is not offered to save, nor is where others have to agree first. */
function waysIn({ can, requiredApprovals }: FlagEnvironment): readonly ReviewWay[] {
  if (!can.edit) return ['request'];
  return REVIEW_WAYS.filter((each) => each !== 'now' || requiredApprovals === 0 || can.bypass);
}

const NOTHING_ASKED: RequestDraft = { title: '', applyAt: null };
const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

type Later = Exclude<ReviewWay, 'now'>;

/** Keeps the change instead of saving it. Rejects with what was refused, having said it. */
function useKeep({ base, instructions }: Pick<ReviewDialogProps, 'base' | 'instructions'>) {
  const t = useTranslations('targeting');
  const { project, flag, environment } = useTargeting();
  const request = useRequestChange({ project, flag: flag.key, environment: environment.key });
  const { create } = useScheduleActs(project);
  const asked = async (change: { comment?: string }, { title, applyAt }: RequestDraft): Promise<void> => {
    try {
      const at = applyAt === null ? {} : { applyAt };
      await request.mutateAsync({ version: base.version, instructions, title: title.trim(), ...at, ...change });
    } catch (error) {
      const refusal = refusalOf(error);
      toast.error(refusal?.message ?? t('saved.failed'), { description: refusal?.issues?.[0]?.message });
      throw error;
    }
  };
  return async (way: Later, comment: string, when: ScheduleDraft, asking: RequestDraft): Promise<void> => {
    const said = comment === '' ? {} : { comment };
    if (way === 'request') return asked(said, asking);
    const place = { flag: flag.key, environment: environment.key };
    const draft = { ...place, instructions, baseVersion: base.version, ...bodyOf(when), ...said };
    await create.mutateAsync(draft).catch((error: unknown) => {
      if (!wasSent(error)) throw error;
    });
  };
}

interface ReviewBodyProps extends Pick<ReviewDialogProps, 'base' | 'next' | 'instructions'> {
  comment: string;
  onCommentChange: (comment: string) => void;
  /** Whether a reason is wanted, whatever the environment says. */
  isReasonWanted: boolean;
}

function ReviewBody({ base, next, instructions, comment, onCommentChange, isReasonWanted }: ReviewBodyProps) {
  const t = useTranslations('targeting.review');
  const { flag, environment } = useTargeting();
  const body = useRef<HTMLDivElement>(null);
  const sentences = useMemo(
    () => describe({ definition: flag, configuration: base }, instructions),
    [flag, base, instructions],
  );
  // Ctrl or ⌘ and Enter saves from every field of the dialog.
  useEffect(() => {
    const form = body.current?.closest('form');
    if (!form) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.requestSubmit();
    };
    form.addEventListener('keydown', onKeyDown);
    return () => form.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div ref={body} className="grid min-w-0 gap-4">
      <Tabs defaultValue="sentences" className="min-w-0 gap-3">
        <TabsList className="h-9">
          <TabsTrigger value="sentences">{t('sentences')}</TabsTrigger>
          <TabsTrigger value="json">{t('json')}</TabsTrigger>
        </TabsList>
        <TabsContent value="sentences">
          <SentenceList sentences={sentences} className="max-h-72 overflow-y-auto" />
        </TabsContent>
        <TabsContent value="json" className="min-w-0">
          <DiffView before={draftOf(flag, base)} after={draftOf(flag, next)} />
        </TabsContent>
      </Tabs>
      <CommentField
        value={comment}
        onChange={onCommentChange}
        isRequired={environment.requireComment || isReasonWanted}
        autoFocus
      />
    </div>
  );
}
