import Bowser from 'bowser';

export interface Agent {
  deviceType?: string;
  browser?: string;
}

/** Patterns run over it, so an endless one is not read to its end. */
const MOST_READ = 512;
const KINDS: readonly string[] = ['desktop', 'mobile', 'tablet', 'tv', 'bot'];

/**
 * The kind of device (desktop, mobile, tablet, tv or bot) and the browser's name, as far as a user agent says.
 * @param touchPoints fingers its screen follows, where known: a tablet may call itself a desktop computer.
 */
export function readAgent(userAgent: string | null | undefined, touchPoints = 0): Agent {
  const text = (userAgent ?? '').slice(0, MOST_READ).trim();
  if (text === '') return {};
  const { browser, platform } = Bowser.parse(text);
  const isTablet = touchPoints > 1 && /\bMacintosh\b/.test(text);
  const deviceType = isTablet ? 'tablet' : platform.type;
  return {
    ...(deviceType !== undefined && KINDS.includes(deviceType) ? { deviceType } : {}),
    ...(browser.name ? { browser: browser.name } : {}),
  };
}
