/** To be written. */
export function Save() {
  return <p>Save</p>;
}
