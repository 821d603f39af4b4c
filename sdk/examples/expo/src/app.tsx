import type { FlagContext } from '@flagstaff/context';
import { Feature, FlagstaffProvider } from '@flagstaff/react';
import { Text, View } from 'react-native';
import { deviceAttributes } from './device';

export interface AppProps {
  /** Where the flags are; an Expo application reads both from its `extra` settings. */
  url: string;
  clientKey: string;
  /** Who is signed in, or an id that the application made and keeps on the device. */
  context: FlagContext;
}

/** An application with a screen that opens when `reports` is on for whoever is signed in. */
export function App({ url, clientKey, context }: AppProps) {
  return (
    <FlagstaffProvider url={url} clientKey={clientKey} context={context} client={deviceAttributes()}>
      <View>
        <Text accessibilityRole="header">Home</Text>
        <Feature flag="reports" fallback={<Text>Reports open on your seventh day</Text>}>
          <Text>Reports</Text>
        </Feature>
      </View>
    </FlagstaffProvider>
  );
}
