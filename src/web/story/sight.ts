/** Keeping the line that the time has come to where it can be read. */

/** Scrolls the panel alone, and only where it scrolls: the page must not jump. */
export function keepInSight(item: HTMLElement): void {
  const panel = item.closest<HTMLElement>(".tabpanel");
  if (!panel || panel.scrollHeight <= panel.clientHeight) return;
  const [box, own] = [panel.getBoundingClientRect(), item.getBoundingClientRect()];
  if (own.height === 0 || (own.top >= box.top && own.bottom <= box.bottom)) return;
  panel.scrollTop += own.top - box.top - box.height / 3;
}
