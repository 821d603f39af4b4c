import { describe, expect, test } from 'vitest';
import { clientAttributes } from './client-attributes';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const MACINTOSH =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';

describe('what is known of the device', () => {
  test('in a browser: language, time zone, screen, kind and name', () => {
    const around = { navigator: { language: 'de-CH', userAgent: MACINTOSH }, screen: { width: 1920, height: 1080 } };
    expect(clientAttributes(around)).toEqual({
      language: 'de-CH',
      timezone: timeZone,
      screenSize: '1920x1080',
      deviceType: 'desktop',
      browser: 'Safari',
    });
  });

  test('on a tablet that calls itself a computer', () => {
    const around = { navigator: { userAgent: MACINTOSH, maxTouchPoints: 5 } };
    expect(clientAttributes(around)).toMatchObject({ deviceType: 'tablet' });
  });

  test.each([
    ['nothing of a browser', {}],
    ['a navigator of React Native', { navigator: { product: 'ReactNative' } }],
    ['empty things', { navigator: { language: '', userAgent: '' }, screen: { width: 0, height: 0 } }],
    ['things of another kind', { navigator: 7, screen: null }],
  ])('where there is %s: the time zone alone', (_what, around) => {
    expect(clientAttributes(around)).toEqual({ timezone: timeZone });
  });
});
