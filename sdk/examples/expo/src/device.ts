import type { ClientAttributes } from '@flagstaff/react';
import { Dimensions, Platform } from 'react-native';

/** What the device knows of itself, in the words that rules use. */
export function deviceAttributes(): ClientAttributes {
  const { width, height } = Dimensions.get('screen');
  return {
    deviceType: Platform.isPad === true ? 'tablet' : 'mobile',
    screenSize: `${Math.round(width)}x${Math.round(height)}`,
  };
}
