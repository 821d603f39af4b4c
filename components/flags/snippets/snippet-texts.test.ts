import { existsSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { keyKindOf, SNIPPETS, snippetFor } from './snippet-texts';

const subject = {
  baseUrl: 'https://flags.example.com',
  flag: 'new-checkout',
  clientKey: 'fsc_client',
  serverKey: 'fss_server',
};
const TYPES = ['boolean', 'string', 'number', 'json'] as const;
const scripts = SNIPPETS.filter((id) => id !== 'curl');

describe('snippets', () => {
  it.each(scripts.flatMap((id) => TYPES.map((type) => ({ id, type }))))('$id for $type parses', ({ id, type }) => {
    const { code } = snippetFor(id, { ...subject, type });
    // The Next snippet shows two files.
    for (const file of code.split(/^\/\/ app\/page\.tsx$/m)) transformSync(file, { loader: 'tsx' });
    expect(code).toContain("'new-checkout'");
    expect(code).toContain("baseUrl: 'https://flags.example.com'");
    expect(code).toContain(keyKindOf(id) === 'client' ? 'Bearer fsc_client' : 'Bearer fss_server');
  });

  it.each(scripts)('%s imports only what it says to install, and those packages exist', (id) => {
    const { code, install } = snippetFor(id, { ...subject, type: 'boolean' });
    const imported = [...code.matchAll(/from '(@openfeature\/[^']+)'/g)].map(([, name]) => name ?? '');
    expect(imported.length).toBeGreaterThan(0);
    for (const name of imported) {
      expect(install.split(' ')).toContain(name);
      expect(existsSync(`node_modules/${name}`)).toBe(true);
    }
  });

  it('asks for one flag by curl', () => {
    const { code } = snippetFor('curl', { ...subject, type: 'boolean' });
    expect(code).toContain('https://flags.example.com/api/flags/new-checkout');
    expect(code).toContain("-H 'Authorization: Bearer fsc_client'");
  });
});
