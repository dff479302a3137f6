/** To be written. */
export function Charts() {
  return <p>Charts</p>;
}
