/** To be written. */
export function Many() {
  return <p>Many</p>;
}
