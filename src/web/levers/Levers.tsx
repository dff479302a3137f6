/** To be written. */
export function Levers() {
  return <p>Levers</p>;
}
