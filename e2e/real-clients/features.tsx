import { Feature, FlagstaffProvider } from '@flagstaff/react';
import { createRoot } from 'react-dom/client';

const query = new URLSearchParams(location.search);
const valueOf = (name: string): string => query.get(name) ?? '';

/** A page of an application, as its owner would write it. */
function Page() {
  return (
    <FlagstaffProvider
      url={valueOf('server')}
      clientKey={valueOf('key')}
      context={{ targetingKey: 'mira', tenant: valueOf('tenant') }}
      {...(query.has('proof') ? { subjectProof: valueOf('proof') } : {})}
      pollInterval={500}
    >
      <nav>
        <Feature flag="reports" fallback={<span>No reports</span>}>
          <a href="#reports">Reports</a>
        </Feature>
      </nav>
      <Feature flag="invoices">
        <p>Invoices</p>
      </Feature>
      <Feature flag="analytics" fallback={<p>Analytics open after three reports</p>}>
        <p>Analytics</p>
      </Feature>
      <Feature flag="shortcuts">
        <p>Press ? for shortcuts</p>
      </Feature>
    </FlagstaffProvider>
  );
}

// The script stands in the head: there is no body yet.
document.addEventListener('DOMContentLoaded', () => createRoot(document.body).render(<Page />));
