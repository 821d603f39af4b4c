// The few names of React Native that this example uses, so that it type-checks without installing the framework, which
// brings a bundler and two build systems. An application of yours has its own types and no such file.
declare module 'react-native' {
  import type { ComponentType, ReactNode } from 'react';

  export const Text: ComponentType<{ children?: ReactNode; accessibilityRole?: 'header' | 'text' }>;
  export const View: ComponentType<{ children?: ReactNode }>;
  export const Dimensions: { get(which: 'screen' | 'window'): { width: number; height: number } };
  export const Platform: { OS: 'ios' | 'android'; isPad?: boolean };
}
