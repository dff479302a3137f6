/** One line of a story. `until` is the date of the last event that it gathers, null if it tells one. */
export interface StoryLine {
  readonly date: string;
  readonly until: string | null;
  readonly text: string;
}
