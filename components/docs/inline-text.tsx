/** A sentence in which what stands between backticks is code. */
export function InlineText({ children, className }: { children: string; className?: string }) {
  return (
    <p className={className}>
      {children.split('`').map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <code key={index} className="rounded-sm bg-muted px-1 font-mono text-xs">
            {part}
          </code>
        ),
      )}
    </p>
  );
}
