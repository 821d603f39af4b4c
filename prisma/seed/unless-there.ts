/** Runs a creation, unless what it makes is there from an interrupted earlier start. */
export async function unlessThere(create: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (thrown) {
    const code = typeof thrown === 'object' && thrown !== null && 'kind' in thrown ? thrown.kind : null;
    if (code !== 'conflict' && code !== 'refused') throw thrown;
  }
}
