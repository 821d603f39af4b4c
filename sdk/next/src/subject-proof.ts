export interface ProofOptions {
  /** The environment's signing secret, kept on your server. */
  secret: string;
  /** Who is signed in: what the page's context says too. */
  targetingKey: string;
  tenant?: string | null;
  /** Some minutes from now: whoever has the proof is the subject until then. */
  expiresAt: Date;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function base64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** What a page gives its provider as `subjectProof`, so that the subject's stored attributes and progress count. */
export async function makeSubjectProof({ secret, targetingKey, tenant, expiresAt }: ProofOptions): Promise<string> {
  const seconds = Math.floor(expiresAt.getTime() / 1_000);
  const payload = base64url(bytesOf(JSON.stringify({ targetingKey, tenant: tenant ?? null, expiresAt: seconds })));
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), hash, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, bytesOf(`subject.${payload}`));
  return `${payload}.${base64url(new Uint8Array(mac))}`;
}
