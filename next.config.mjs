import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // An empty key in an address of the API is answered, never redirected.
  skipTrailingSlashRedirect: true,
  typedRoutes: false,
  // Native or worker-spawning packages: bundling them would break their file lookups.
  serverExternalPackages: ['pg', '@electric-sql/pglite', '@node-rs/argon2', 'ioredis', 'pino'],
};

export default withNextIntl(config);
