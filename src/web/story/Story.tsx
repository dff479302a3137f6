/** To be written. */
export function Story() {
  return <p>Story</p>;
}
