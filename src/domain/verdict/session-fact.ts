/**
 * A fact of an event for session rules: its user (null: an unknown visitor) · an ID that must be unique among
 * messages · its group, which a group call has to introduce · a group that it introduces · when it happened · when it
 * was sent, by the sender's clock · the key of the source that receives it.
 */
export interface SessionFact {
  kind: 'user' | 'message' | 'group' | 'introduction' | 'time' | 'departure' | 'source';
  text: string;
  /** The same for the same ID, also for a number that is written in another way. */
  id: string;
  /** Its place inside the event, or the envelope. */
  pointer: string;
}
