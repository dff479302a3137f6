/** To be written. */
export function Lessons() {
  return <p>Lessons</p>;
}
