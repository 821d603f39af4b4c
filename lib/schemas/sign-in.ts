import { z } from 'zod';
import { newPasswordSchema, triedPasswordSchema } from './password';
import { shapeProblem } from './shape-problem';
import { nameSchema, text } from './text';
import { emailSchema } from './user';

/** Who signs in. The address is not checked for its form: an unknown one is answered like a wrong password. */
export const signInSchema = z.strictObject({ email: text(254, 1), password: triedPasswordSchema });

/** The first administrator, and who signs up where signing up is open. */
export const newAccountSchema = z.strictObject({ email: emailSchema, name: nameSchema, password: newPasswordSchema });

/** An invitation or reset link being used. */
export const accessLinkSchema = z.strictObject({
  token: text(200, 1),
  name: nameSchema.optional(),
  password: newPasswordSchema,
});

/** The own password being changed. */
export const passwordChangeSchema = z.strictObject({ current: triedPasswordSchema, password: newPasswordSchema });

/** A password typed twice, as forms ask for it. */
export const passwordPairSchema = z
  .strictObject({ password: newPasswordSchema, repeated: triedPasswordSchema })
  .superRefine(({ password, repeated }, ctx) => {
    if (password !== repeated) ctx.addIssue(shapeProblem('passwords_differ', ['repeated']));
  });
