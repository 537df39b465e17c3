import type {FromJudge, PlanPart, StartOptions} from '../judge/judge-messages';

/** A judge that was silent for too long and was replaced. */
export interface Hang {
  /** The record that it was checking. */
  id: string | null;
  /** The part of a tracking plan that it was checking, which is set aside. */
  part: PlanPart | null;
  /** The record is not checked any more. */
  isSetAside: boolean;
}

export type UnderWay = Pick<Extract<FromJudge, {type: 'under-way'}>, 'id' | 'question' | 'part'>;

/** The records and parts at which earlier judges hung, so that the next one avoids them. */
export interface HangHistory {
  add(underWay: UnderWay): Hang;
  known(): Pick<StartOptions, 'suspects' | 'setAside' | 'planParts' | 'isCareful'>;
}

/**
 * If the judge was checking a part of a plan, that part is set aside. Otherwise the record is set aside when the next
 * judge hangs at it too.
 */
export function createHangHistory(): HangHistory {
  const suspects = new Set<string>();
  const setAside = new Set<string>();
  const planParts: PlanPart[] = [];
  let isCareful = false;

  return {
    add({id, part = null}) {
      isCareful = true;
      const isSetAside = part === null && id !== null && suspects.delete(id);
      if (part !== null) planParts.push(part);
      else if (id !== null) (isSetAside ? setAside : suspects).add(id);
      return {id, part, isSetAside};
    },
    known: () => ({suspects: [...suspects], setAside: [...setAside], planParts, isCareful}),
  };
}
