/** What time it is here. `moved`: by the test clock. */
export interface ClockView {
  now: string;
  moved: boolean;
}
