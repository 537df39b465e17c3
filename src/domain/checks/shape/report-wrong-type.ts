import type {FixCode} from '../../edit/fixes/fix-code';
import type {AddIssue} from '../../protocols/protocol';
import {toIssue} from '../../verdict/to-issue';
import type {ShapeFault} from './shape';

/** Reports a value whose type is not the documented one. `base` is prepended to the fault's pointer. */
export function reportWrongType(event: number, fault: ShapeFault, add: AddIssue, base = ''): void {
  const {node, value, pointer} = fault;
  const type = node.documentedType;
  add(
    toIssue('wrong-type', {
      event,
      pointer: base + pointer,
      params: {value, type},
      fixes: toFixes(type ?? '', value),
      ...(node.mismatch ? {severity: node.mismatch} : {}),
      ...(node.source ? {source: node.source} : {}),
    }),
  );
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const JSON_INTEGER = /^-?(?:0|[1-9]\d*)$/;

/** Lossless fixes: text that is exactly a number, and a number as it was sent. */
function toFixes(expected: string, value: unknown): readonly FixCode[] {
  if (typeof value === 'number') return expected.includes('String') ? ['number-to-string'] : [];
  if (typeof value !== 'string' || value.length > 300) return [];
  if (expected === 'Integer' && JSON_INTEGER.test(value)) return ['string-to-number'];
  return expected.includes('Number') && JSON_NUMBER.test(value) ? ['string-to-number'] : [];
}
