'use client';

import { TriangleAlert } from 'lucide-react';
import { useFormContext } from 'react-hook-form';

/** Why the whole form was refused, above its fields. */
export function FormAlert({ message }: { message?: string }) {
  const { formState } = useFormContext();
  const text = formState.errors.root?.message ?? message;
  return (
    // Always there, so that screen readers are told when it fills.
    <div role="alert" className="empty:hidden">
      {text && (
        <p className="flex gap-2 rounded-md border border-destructive/40 bg-destructive/10 px-3 py-2 text-[13px] leading-5 text-destructive-text">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 text-pretty">{text}</span>
        </p>
      )}
    </div>
  );
}
