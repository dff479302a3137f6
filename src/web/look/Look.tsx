/** To be written. */
export function Look() {
  return <p>Look</p>;
}
