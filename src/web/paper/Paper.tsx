/** To be written. */
export function Paper() {
  return <p>Paper</p>;
}
