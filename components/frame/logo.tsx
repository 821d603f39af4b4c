import { cn } from '@/components/ui/cn';

/** A flag at the masthead: the pole in the text's colour, the cloth in the accent. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" fill="none" aria-hidden="true" className={cn('size-5 shrink-0', className)}>
      <path d="M4.5 2v16" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M7 3h9.2c.7 0 1 .8.6 1.3L14.5 7l2.3 2.7c.4.5.1 1.3-.6 1.3H7V3Z"
        className="fill-primary dark:fill-link"
      />
    </svg>
  );
}
