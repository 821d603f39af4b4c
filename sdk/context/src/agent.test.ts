import { describe, expect, test } from 'vitest';
import { readAgent } from './agent';

const MOZILLA = 'Mozilla/5.0';
const AGENTS: readonly [who: string, userAgent: string, deviceType: string, browser: string][] = [
  [
    'Chrome on Windows',
    `${MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`,
    'desktop',
    'Chrome',
  ],
  [
    'Edge on Windows',
    `${MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    'desktop',
    'Microsoft Edge',
  ],
  ['Firefox on Linux', `${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'desktop', 'Firefox'],
  [
    'Safari on an iPhone',
    `${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`,
    'mobile',
    'Safari',
  ],
  [
    'Chrome on an Android telephone',
    `${MOZILLA} (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36`,
    'mobile',
    'Chrome',
  ],
  [
    'Safari on an iPad that says so',
    `${MOZILLA} (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1`,
    'tablet',
    'Safari',
  ],
  ['a crawler', `${MOZILLA} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`, 'bot', 'Googlebot'],
];

describe('what a user agent says', () => {
  test.each(AGENTS)('%s', (_who, userAgent, deviceType, browser) => {
    expect(readAgent(userAgent)).toEqual({ deviceType, browser });
  });

  test('a computer with a screen for several fingers is the tablet it hides', () => {
    const macintosh = `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`;
    expect(readAgent(macintosh)).toEqual({ deviceType: 'desktop', browser: 'Safari' });
    expect(readAgent(macintosh, 5)).toEqual({ deviceType: 'tablet', browser: 'Safari' });
  });

  test.each([null, undefined, '', '   ', 'x', 'a program of mine'])('%j says nothing of a device', (userAgent) => {
    expect(readAgent(userAgent)).not.toHaveProperty('deviceType');
  });

  test('an endless one is not read to its end', () => {
    const endless = `${'('.repeat(500_000)} iPhone`;
    expect(readAgent(endless)).not.toHaveProperty('deviceType');
  });
});
