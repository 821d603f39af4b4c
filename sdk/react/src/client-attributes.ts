import { readAgent } from '@flagstaff/context';

/** What a page or an application on a device knows of where it runs. Nothing in it tells people apart. */
export interface ClientAttributes {
  language?: string;
  timezone?: string;
  /** `1920x1080` */
  screenSize?: string;
  deviceType?: string;
  browser?: string;
}

function propertyOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const sizeOf = (value: unknown): number => (typeof value === 'number' && value > 0 ? Math.round(value) : 0);

function timezone(): string | undefined {
  // Some engines of mobile applications have no `Intl`, or only part of it.
  return typeof Intl === 'undefined' ? undefined : textOf(Intl.DateTimeFormat?.().resolvedOptions().timeZone);
}

/** @param around the global object; it need have none of what browsers have. */
export function clientAttributes(around: object): ClientAttributes {
  const navigator = propertyOf(around, 'navigator');
  const screen = propertyOf(around, 'screen');
  const [width, height] = [sizeOf(propertyOf(screen, 'width')), sizeOf(propertyOf(screen, 'height'))];
  const language = textOf(propertyOf(navigator, 'language'));
  const zone = timezone();
  return {
    ...(language === undefined ? {} : { language }),
    ...(zone === undefined ? {} : { timezone: zone }),
    ...(width > 0 && height > 0 ? { screenSize: `${width}x${height}` } : {}),
    ...readAgent(textOf(propertyOf(navigator, 'userAgent')), sizeOf(propertyOf(navigator, 'maxTouchPoints'))),
  };
}
