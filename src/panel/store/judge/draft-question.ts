import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {ShapeNode} from '../../../domain/checks/shape/shape';
import type {EventType} from '../../../domain/protocols/wire-format';
import type {ProtocolId} from '../../../domain/protocols/wire-formats';
import type {DecodedEvent, Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';

/** The text that a draft would send now, to be checked. */
export interface DraftToCheck {
  /** The draft: a newer question about the same one replaces this. */
  draft: string;
  request: CapturedRequest;
  /** The address of its original, whose protocol is used if the target is not an endpoint; null: unknown. */
  sourceUrl: string | null;
}

/** The verdict on a draft. Does not contain the values of its events, since the editor has its text. */
export interface DraftInspection extends Omit<Inspection, 'events'> {
  events: readonly Pick<DecodedEvent, 'index' | 'name' | 'pointer'>[];
}

/** The documented fields of an event. */
export interface EventGuide {
  fields: ShapeNode;
  /** Names of documented events. */
  eventNames: readonly string[];
}

/** Questions from editors. Null: there is a newer question about the same draft. */
export interface DraftQuestions {
  'check-draft': {question: {kind: 'check-draft'} & DraftToCheck; answer: DraftInspection | null};
  /** The checks of a large text that the other question skips since they take longer. */
  'check-draft-text': {question: {kind: 'check-draft-text'} & DraftToCheck; answer: readonly Issue[] | null};
  'describe-event': {
    question: {kind: 'describe-event'; protocol: ProtocolId; type: EventType | null; name: string | null};
    answer: EventGuide;
  };
}

export type DraftQuestion = DraftQuestions[keyof DraftQuestions]['question'];

export type AskOfDraft = <Kind extends DraftQuestion['kind']>(
  question: Extract<DraftQuestion, {kind: Kind}>,
) => Promise<DraftQuestions[Kind]['answer']>;
