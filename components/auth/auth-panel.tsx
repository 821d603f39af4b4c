import type { ReactNode } from 'react';

export interface AuthPanelProps {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** A quiet line below: where else one may go. */
  footer?: ReactNode;
}

/** What a page of signing in consists of: a heading, a line of explanation, a form. */
export function AuthPanel({ title, description, children, footer }: AuthPanelProps) {
  return (
    <section className="w-full max-w-[22rem]">
      <header className="mb-6">
        <h1 className="text-xl leading-7 font-semibold tracking-tight text-balance">{title}</h1>
        {description && (
          <p className="mt-1.5 text-sm text-pretty text-muted-foreground [overflow-wrap:anywhere]">{description}</p>
        )}
      </header>
      {children}
      {footer && <div className="mt-6 border-t pt-4 text-[13px] text-muted-foreground">{footer}</div>}
    </section>
  );
}
