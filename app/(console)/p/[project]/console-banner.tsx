import { StaleBanner, TestClockBanner } from '@/components/frame/banner';
import { runtime } from '@/lib/runtime';

/** Says on every page that the clock was moved, or that the database is away. */
export async function ConsoleBanner() {
  const { status, testClock } = await runtime().health();
  if (status === 'degraded') return <StaleBanner />;
  return testClock === undefined ? null : <TestClockBanner now={testClock} />;
}
