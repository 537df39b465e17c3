import type {Mark} from './format-mark';

const opening: Mark = {reach: 8, fault: 15, milliseconds: 60};
const marking: Mark = {reach: 4, fault: 8};

/** × JSON.parse of *big*. A draft that opens with its issues marked may take as long as both. */
export const editorMarks: Readonly<Record<string, Mark>> = {
  open: opening,
  'first 1,000 marks': marking,
  'open with 1,000 marks': {
    reach: opening.reach + marking.reach,
    fault: opening.fault + marking.fault,
  },
};

/** Milliseconds. */
export const keyMarks = {median: {reach: 10, fault: 20}, quantile: {reach: 50, fault: 100}};
