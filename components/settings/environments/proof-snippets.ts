export const PROOF_PLATFORMS = ['node', 'next'] as const;
export type ProofPlatform = (typeof PROOF_PLATFORMS)[number];

/** A module that makes subject proofs, to be pasted as it stands; docs/api.md shows the first one, too. */
export const PROOF_SNIPPETS: Readonly<Record<ProofPlatform, string>> = {
  node: `import { createHmac } from 'node:crypto';
import { env } from 'node:process';

const secret = env.FLAGSTAFF_SIGNING_SECRET;

export function subjectProof(targetingKey, tenant = null, seconds = 3600) {
  const expiresAt = Math.floor(Date.now() / 1000) + seconds;
  const claims = JSON.stringify({ targetingKey, tenant, expiresAt });
  const payload = Buffer.from(claims).toString('base64url');
  const mac = createHmac('sha256', secret).update(\`subject.\${payload}\`);
  return \`\${payload}.\${mac.digest('base64url')}\`;
}
`,
  next: `import { env } from 'node:process';
import { makeSubjectProof } from '@flagstaff/next';

const secret = env.FLAGSTAFF_SIGNING_SECRET;

export function subjectProof(targetingKey, tenant = null, seconds = 3600) {
  const expiresAt = new Date(Date.now() + seconds * 1000);
  return makeSubjectProof({ secret, targetingKey, tenant, expiresAt });
}
`,
};
