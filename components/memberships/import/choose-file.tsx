'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { IMPORT_COLUMNS } from '@/lib/schemas/membership-import';
import { FlagChoice } from '../flag-choice';
import type { ReadFile } from './read-file';

export interface ChooseFileProps {
  project: string;
  flag: string | null;
  onFlag: (flag: string | null) => void;
  /** Why the last file could not be read. */
  refused: { problem: ReadFile['problem']; message: string | null } | null;
  onFile: (file: File) => void;
}

/** The file, and the flag of rows that name none. */
export function ChooseFile({ project, flag, onFlag, refused, onFile }: ChooseFileProps) {
  const t = useTranslations('memberships.import');
  const shape = useTranslations('changes.shape');
  const [isOver, setOver] = useState(false);
  const problem = refused?.problem;
  const reason =
    problem === 'too_many' || problem === 'unreadable' ? t(problem) : problem ? shape(problem) : refused?.message;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div className="grid gap-4">
      <FlagChoice project={project} value={flag} label={t('flag')} anyLabel={t('inFile')} onChange={onFlag} />
      <label
        className={cn(
          'focus-within:ring-ring grid cursor-pointer justify-items-center gap-1.5 rounded-lg border border-dashed border-control p-8 text-center text-sm focus-within:ring-2 hover:bg-accent/40',
          isOver && 'border-primary bg-accent/40',
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp aria-hidden="true" className="size-5 text-muted-foreground" />
        <span className="font-medium">{t('choose')}</span>
        <span className="text-xs text-muted-foreground">{t('formats')}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label={t('choose')}
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </label>
      {refused && (
        <p role="alert" className="text-[13px] text-destructive-text">
          {reason ?? t('failed')}
        </p>
      )}
      <p className="text-xs text-muted-foreground">
        {t('columns')} <span className="font-mono">{IMPORT_COLUMNS.join(', ')}</span>
      </p>
    </div>
  );
}
