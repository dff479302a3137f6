/** Small pictures for buttons; what a button does is said by its label. */
const PATHS = {
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 2.5h3v11H4zm5 0h3v11H9z",
  back: "M11 2.5v11l-7-5.5zM3 2.5h1.5v11H3z",
  on: "M5 2.5v11l7-5.5zM11.5 2.5H13v11h-1.5z",
  again: "M8 3V.5L4 4l4 3.5V5a4 4 0 1 1-4 4H2.5A5.5 5.5 0 1 0 8 3z",
  dice: "M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm.5 1.5v9h9v-9zM5 5h2v2H5zm4 4h2v2H9zm0-4h2v2H9zM5 9h2v2H5z",
  sun: "M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM7.25 0h1.5v3h-1.5zm0 13h1.5v3h-1.5zM0 7.25h3v1.5H0zm13 0h3v1.5h-3zM2 3.1 3.1 2l2.1 2.1-1 1.1zm8.8 8.8 1-1.1L14 12.9 12.9 14zM12.9 2 14 3.1l-2.2 2.1-1-1zM4.2 10.8l1 1L3.1 14 2 12.9z",
  moon: "M6 1.5A6.5 6.5 0 1 0 14.5 10 5.5 5.5 0 0 1 6 1.5z",
  half: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.5v11a5.5 5.5 0 0 0 0-11z",
  letters:
    "M4.5 3h2L10 13H8.4l-.8-2.5H3.4L2.6 13H1zm1 1.9L3.9 9.1h3.2zM12 6h1.2L15.6 13h-1.2l-.5-1.6h-2.6l-.5 1.6H9.6zm.6 1.4-.9 3h1.8z",
  screen: "M2 2h5v1.5H3.5V7H2zm7 0h5v5h-1.5V3.5H9zM2 9h1.5v3.5H7V14H2zm10.5 0H14v5H9v-1.5h3.5z",
  close: "M3.1 2 8 6.9 12.9 2 14 3.1 9.1 8l4.9 4.9-1.1 1.1L8 9.1 3.1 14 2 12.9 6.9 8 2 3.1z",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
