import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { readSubjectProof } from '@/lib/auth/subject-proof';
import { PROOF_PLATFORMS, PROOF_SNIPPETS, type ProofPlatform } from './proof-snippets';

const SECRET = 'the signing secret of one environment';

/** Runs a call of the snippet in a process of its own, as a customer's server would. */
function proofOf(platform: ProofPlatform, call: string): string {
  const script = `${PROOF_SNIPPETS[platform]}\nprocess.stdout.write(await ${call});`;
  const { outputFiles } = buildSync({
    stdin: { contents: script, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    // Where an application has the package installed.
    alias: { '@flagstaff/next': './sdk/next/src/index.ts', '@flagstaff/context': './sdk/context/src/index.ts' },
  });
  const env = { NODE_ENV: 'test' as const, FLAGSTAFF_SIGNING_SECRET: SECRET };
  const code = outputFiles[0]?.text ?? '';
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' });
}

describe('the code beside a signing secret', () => {
  it.each(PROOF_PLATFORMS)('of %s makes proofs that hold for an hour', (platform) => {
    const before = Math.floor(Date.now() / 1_000);
    const proof = proofOf(platform, `subjectProof('mira', 'acme')`);
    const read = readSubjectProof(SECRET, proof, Date.now());
    expect(read).toEqual({ claims: { targetingKey: 'mira', tenant: 'acme', expiresAt: expect.any(Number) } });
    expect('claims' in read && read.claims.expiresAt - before).toBeGreaterThanOrEqual(3_600);
    expect(readSubjectProof(SECRET, proof, Date.now() + 3_600_000)).toEqual({ problem: 'expired' });
    expect(readSubjectProof('of another environment', proof, Date.now())).toEqual({ problem: 'invalid' });
  });

  it.each(PROOF_PLATFORMS)('of %s needs no tenant', (platform) => {
    const read = readSubjectProof(SECRET, proofOf(platform, `subjectProof('mira')`), Date.now());
    expect(read).toMatchObject({ claims: { targetingKey: 'mira', tenant: null } });
  });

  it('is what the documentation shows', () => {
    expect(readFileSync('docs/api.md', 'utf8')).toContain(`\`\`\`js\n${PROOF_SNIPPETS.node}\`\`\``);
  });
});
