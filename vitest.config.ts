import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    environment: 'node',
    include: [
      'lib/**/*.test.ts',
      'scripts/**/*.test.ts',
      'i18n/**/*.test.ts',
      'components/**/*.test.{ts,tsx}',
      'cli/**/*.test.ts',
    ],
    testTimeout: 30_000,
  },
});
