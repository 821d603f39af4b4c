const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Watches how deep JSON is nested while its bytes arrive, before anything parses it: a parser that recurses would
 * be felled by what it is to judge. The bytes compared never occur inside a UTF-8 sequence.
 */
export function createDepthScanner(most: number): { feed(chunk: Uint8Array): boolean } {
  let depth = 0;
  let inText = false;
  let escaped = false;
  return {
    /** Whether the body is still shallow enough; after false it is not asked again. */
    feed(chunk) {
      for (const byte of chunk) {
        if (inText) {
          if (escaped) escaped = false;
          else if (byte === BACKSLASH) escaped = true;
          else if (byte === QUOTE) inText = false;
        } else if (byte === QUOTE) inText = true;
        else if (byte === 0x7b || byte === 0x5b) {
          depth += 1;
          if (depth > most) return false;
        } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
      }
      return true;
    },
  };
}
