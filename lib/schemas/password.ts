import { text } from './text';

/** A password being chosen. The longest is bounded because hashing it costs. */
export const newPasswordSchema = text(200, 12);

/** A password that an administrator gives somebody, as a script does; short ones are theirs to answer for. */
export const givenPasswordSchema = text(200, 8);

/** A password being tried, of every length that is not an attack, so that an old rule locks nobody out. */
export const triedPasswordSchema = text(1_000, 1);
