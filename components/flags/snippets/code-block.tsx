import { CopyButton } from '@/components/shared/copy-button';
import { cn } from '@/components/ui/cn';

export interface CodeBlockProps {
  code: string;
  /** What is copied, in words. */
  label: string;
  className?: string;
}

/** Code that scrolls sideways, with a button that copies it. */
export function CodeBlock({ code, label, className }: CodeBlockProps) {
  return (
    <div className={cn('relative rounded-md border bg-muted/50', className)}>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region
        tabIndex={0}
        role="group"
        aria-label={label}
        className="focus-inset max-h-96 overflow-auto rounded-md p-3 pr-12 font-mono text-xs leading-5"
      >
        <code>{code}</code>
      </pre>
      <CopyButton value={code} label={label} className="absolute top-2 right-2 bg-background" variant="outline" />
    </div>
  );
}
