import { requireFlag } from '../../flags';

export default async function ReportsPage() {
  await requireFlag('reports');
  return <h1>Reports behind a page</h1>;
}
