import {countOf, formatCount} from '../../../domain/verdict/format-count';

export {countOf, formatCount};

/** (2, 63, "event") → "2 of 63 events"; (63, 63, "event") → "63 events" */
export function countOfAll({shown, all}: {shown: number; all: number}, noun: string): string {
  return shown === all ? countOf(all, noun) : `${formatCount(shown)} of ${countOf(all, noun)}`;
}
