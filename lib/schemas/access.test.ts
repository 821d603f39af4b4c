import { describe, expect, it } from 'vitest';
import { apiKeyCreateSchema } from './api-key';
import { auditListSchema } from './audit';
import { environmentCreateSchema } from './environment';
import { issuesOf } from './issues';
import { projectCreateSchema } from './project';
import { passwordPairSchema, signInSchema } from './sign-in';
import { emailSchema, foldEmail } from './user';

const problems = (body: unknown): string[] => {
  const parsed = apiKeyCreateSchema.safeParse(body);
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, code }) => `${path}: ${code}`);
};

describe('apiKeyCreateSchema', () => {
  it.each([
    { kind: 'client', name: 'web', environment: 'dev', origins: ['https://app.example.com', 'http://localhost:3000'] },
    { kind: 'server', name: 'api', environment: 'dev', edge: true, expiresAt: '2027-01-01T00:00:00Z' },
    { kind: 'admin', name: 'ci', role: 'editor' },
  ])('takes %j', (body) => {
    expect(problems(body)).toEqual([]);
  });

  it.each([
    [{ kind: 'client', name: 'web' }, ['environment: environment_needed']],
    [{ kind: 'admin', name: 'ci' }, ['role: role_needed']],
    [{ kind: 'server', name: 'api', environment: 'dev', role: 'admin' }, ['role: field_unfit']],
    [{ kind: 'server', name: 'api', environment: 'dev', origins: ['https://a.example'] }, ['origins: field_unfit']],
    [{ kind: 'client', name: 'web', environment: 'dev', edge: true }, ['edge: field_unfit']],
    [
      { kind: 'client', name: 'web', environment: 'dev', origins: ['https://a.example/path'] },
      ['origins.0: invalid_origin'],
    ],
    [{ kind: 'client', name: 'web', environment: 'dev', origins: ['*'] }, ['origins.0: invalid_origin']],
    [{ kind: 'client', name: 'web', environment: 'dev', expiresAt: 'never' }, ['expiresAt: invalid_instant']],
  ])('refuses %j', (body, expected) => {
    expect(problems(body)).toEqual(expected);
  });
});

describe('people', () => {
  it('compares addresses without case and blanks', () => {
    expect(emailSchema.parse(' Ana@Example.com ')).toBe('Ana@Example.com');
    expect(foldEmail(' Ana@Example.com ')).toBe('ana@example.com');
    expect(emailSchema.safeParse('ana').success).toBe(false);
  });

  it('tries any address and password that could be meant, and refuses others alike', () => {
    expect(signInSchema.safeParse({ email: 'no address', password: 'x' }).success).toBe(true);
    expect(signInSchema.safeParse({ email: { not: '' }, password: 'x' }).success).toBe(false);
    expect(signInSchema.safeParse({ email: 'a', password: 'x'.repeat(1_001) }).success).toBe(false);
  });

  it('compares a password typed twice', () => {
    const parsed = passwordPairSchema.safeParse({ password: 'correct horse', repeated: 'correct hose' });
    expect(parsed.success ? [] : issuesOf(parsed.error)).toMatchObject([
      { path: 'repeated', code: 'passwords_differ' },
    ]);
  });
});

describe('places', () => {
  it('names a project and an environment by their keys unless told otherwise', () => {
    expect(projectCreateSchema.parse({ key: 'shop' })).toEqual({ key: 'shop', name: 'shop' });
    expect(environmentCreateSchema.parse({ key: 'qa' })).toMatchObject({ key: 'qa', name: 'qa', protected: false });
  });
});

describe('auditListSchema', () => {
  it('reads a period', () => {
    const query = auditListSchema.parse({ from: '2026-03-01', to: '2026-03-02T12:00:00+02:00', flag: 'f' });
    expect(query.from?.toISOString()).toBe('2026-03-01T00:00:00.000Z');
    expect(query.to?.toISOString()).toBe('2026-03-02T10:00:00.000Z');
  });

  it.each([{ from: 'yesterday' }, { flag: '__proto__' }, { actor: '' }])('refuses %j', (query) => {
    expect(auditListSchema.safeParse(query).success).toBe(false);
  });
});
