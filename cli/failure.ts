/** What was asked for did not work; the message says why, and `answer` is what `--json` prints. */
export class Failure extends Error {
  override name = 'Failure';
  readonly answer: unknown;
  constructor(message: string, answer: unknown = { error: { message } }) {
    super(message);
    this.answer = answer;
  }
}
