import type {Mark} from './format-mark';

const marks: Record<'first' | 'append' | 'filter', Mark> = {
  first: {reach: 8, fault: 12},
  append: {reach: 1, fault: 2, milliseconds: 20},
  filter: {reach: 1.5, fault: 3, milliseconds: 20},
};

/** By the first word of the measurement's name; × JSON.parse of *big*. */
export function toListMark(name: string): Mark {
  const kind = name.startsWith('first') ? 'first' : name.startsWith('append') ? 'append' : 'filter';
  return marks[kind];
}
