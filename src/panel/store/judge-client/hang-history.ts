import type {FromJudge, PlanPart, StartOptions} from '../judge/judge-messages';

/** A judge that was silent for too long and was replaced. */
export interface Hang {
  /** The record that it was checking. */
  id: string | null;
  /** The part of a tracking plan that it was at, which is set aside. */
  part: PlanPart | null;
  /** The record is not checked any more. */
  isSetAside: boolean;
}

export type UnderWay = Pick<Extract<FromJudge, {type: 'under-way'}>, 'id' | 'question' | 'part'>;

/** What judges hung at, for the next one to avoid. */
export interface HangHistory {
  add(underWay: UnderWay): Hang;
  known(): Pick<StartOptions, 'suspects' | 'setAside' | 'planParts' | 'isCareful'>;
}

/**
 * A part of a plan is to blame where the judge was at one. Otherwise a record is a suspect, and is set aside when the
 * next judge hangs at it too.
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
