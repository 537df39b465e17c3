import {toBareTimestamp} from '../../checks/timestamp/bare-timestamp';
import {type Fixer, type FixPlace, type Proposal, putText, toJsonText} from './quick-fix';
import {type ExactInstant, readEpoch, readIso, writeUtc} from './timestamp-text';

/** Rewrites a valid instant in UTC; keeps all digits of the fraction. */
export const timestampToUtc: Fixer = {
  propose: (place) => propose(place, readText(place, {assumeUtc: false}), 'Change to'),
};

/** Interprets a time without a zone as UTC. */
export const timestampAssumeUtc: Fixer = {
  propose: (place) => propose(place, readText(place, {assumeUtc: true}), 'Read as UTC:'),
};

/** Converts a Unix time, as text or as a number. */
export const timestampFromEpoch: Fixer = {
  propose(place) {
    const digits = typeof place.value === 'string' ? place.value : place.raw;
    const instant = digits === null ? null : readEpoch(digits);
    return propose(place, instant, `Read as Unix ${instant?.unit}:`);
  },
};

export const timestampYearFirst: Fixer = {
  propose: (place) => propose(place, readTwoDigitYear(place, '20$1-$2-$3$4'), 'Read as year-month-day:'),
};

export const timestampDayFirst: Fixer = {
  propose: (place) => propose(place, readTwoDigitYear(place, '20$3-$2-$1$4'), 'Read as day-month-year:'),
};

export const timestampNow: Fixer = {
  propose: (place, {now}) => [toProposal(place, now, 'Set to now:')],
};

function readText({value}: FixPlace, options: {assumeUtc: boolean}): ExactInstant | null {
  return typeof value === 'string' ? readIso(toBareTimestamp(value), options) : null;
}

function readTwoDigitYear({value}: FixPlace, reading: string): ExactInstant | null {
  const pattern = /^(\d\d)-(\d\d)-(\d\d)([Tt ].*)?$/;
  if (typeof value !== 'string' || !pattern.test(value)) return null;
  return readIso(value.replace(pattern, reading), {assumeUtc: true});
}

function propose(place: FixPlace, instant: ExactInstant | null, verb: string): readonly Proposal[] {
  const text = instant === null ? null : writeUtc(instant);
  return text === null ? [] : [toProposal(place, text, verb)];
}

function toProposal(place: FixPlace, timestamp: string, verb: string): Proposal {
  return putText(place, toJsonText(timestamp), `${verb} ${timestamp}`);
}
