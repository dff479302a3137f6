/** To be written. */
export function SmallSweep() {
  return <p>SmallSweep</p>;
}
