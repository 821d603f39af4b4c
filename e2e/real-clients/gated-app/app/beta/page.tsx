export default function BetaPage() {
  return <h1>Reports behind the proxy</h1>;
}
