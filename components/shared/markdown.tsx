import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { cn } from '@/components/ui/cn';

/** Headings start below the page's own; images become links, so that nothing is fetched from elsewhere. */
const components: Components = {
  h1: ({ children }) => <h3 className="text-base font-semibold">{children}</h3>,
  h2: ({ children }) => <h3 className="text-sm font-semibold">{children}</h3>,
  h3: ({ children }) => <h4 className="text-sm font-medium">{children}</h4>,
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => (typeof src === 'string' ? <OutsideLink href={src}>{alt || src}</OutsideLink> : alt),
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal pl-5">{children}</ol>,
  blockquote: ({ children }) => <blockquote className="border-l-2 pl-3 text-muted-foreground">{children}</blockquote>,
  pre: ({ children }) => (
    <pre className="overflow-x-auto rounded-md border bg-muted p-3 text-xs [&_code]:bg-transparent [&_code]:p-0">
      {children}
    </pre>
  ),
  code: ({ children }) => <code className="rounded-sm bg-muted px-1 py-0.5 font-mono text-[0.9em]">{children}</code>,
};

function OutsideLink({ href, children }: { href?: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-link underline underline-offset-2 hover:no-underline"
    >
      {children}
    </a>
  );
}

/** What people typed, as CommonMark. Raw HTML in it is shown as text; scripts in addresses are dropped. */
export function Markdown({ children, className }: { children: string; className?: string }) {
  return (
    <div className={cn('flex max-w-prose flex-col gap-3 text-sm leading-6 break-words', className)}>
      <ReactMarkdown components={components}>{children}</ReactMarkdown>
    </div>
  );
}

/** The words alone of what people typed as CommonMark, for a line of a list. */
export function MarkdownText({ children }: { children: string }) {
  return (
    <ReactMarkdown allowedElements={[]} unwrapDisallowed>
      {children}
    </ReactMarkdown>
  );
}
