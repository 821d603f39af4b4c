'use client';

import { cn } from '@/components/ui/cn';
import type { Sentence } from '@/lib/changes/sentence';
import { useSentences } from '@/lib/client/use-sentences';

/** Sentences of a change, one a line. */
export function SentenceList({ sentences, className }: { sentences: readonly Sentence[]; className?: string }) {
  const word = useSentences();
  return (
    <ul className={cn('grid list-disc gap-1 pl-4 text-sm marker:text-muted-foreground', className)}>
      {sentences.map((sentence, place) => (
        // Two sentences may be equal, so that their place tells them apart.
        <li key={`sentence-${place.toString()}`} className="break-words">
          {word(sentence)}
        </li>
      ))}
    </ul>
  );
}
