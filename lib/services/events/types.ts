/** The answer of sending events. Positions are those of the list that was sent, from 0. */
export interface IngestedView {
  /** Stored now. */
  accepted: number;
  /** Of an id that is stored already, or that came twice in the list. */
  duplicate: number;
  rejected: { index: number; code: string }[];
}
