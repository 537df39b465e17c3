import {isValidElement, type VNode} from 'preact';
import {expect, it} from 'vitest';
import {
  cancel,
  createSequence,
  nextSends,
  reportResult,
  type Sequence,
  toProgress,
} from '../../../../domain/replay/sequence';
import type {ReplaySequence} from '../../../store/replay/replay-sequence';
import {SequenceProgress} from './SequenceProgress';

/** The bar, and the text next to it. */
function show(sequence: Sequence): {value: unknown; text: string} {
  const shown = {sequence: {value: sequence}, progress: {value: toProgress(sequence)}};
  const tree = SequenceProgress({
    sequence: shown as unknown as ReplaySequence,
    onNewPlan: () => undefined,
  });
  const nodes = flatten(tree);
  const bar = nodes.find(({type}) => type === 'progress');
  const status = nodes.find(({props}) => props.role === 'status');
  return {value: bar?.props.value, text: [status?.props.children].flat(9).filter(Boolean).join('')};
}

function flatten(node: unknown): VNode<Record<string, unknown>>[] {
  if (Array.isArray(node)) return node.flatMap(flatten);
  if (!isValidElement(node)) return [];
  const found = node as VNode<Record<string, unknown>>;
  return [found, ...flatten(found.props.children)];
}

it('does not count what was cancelled as sent, and says how many were not', () => {
  const {sequence} = nextSends(createSequence(['a', 'b', 'c'], {concurrency: 1, intervalMs: 0}), 0);
  const sent = reportResult(sequence, 'a', {kind: 'accepted', status: 200});
  expect(show(sent)).toEqual({value: 1, text: '1 of 3 requests accepted'});
  expect(show(cancel(sent))).toEqual({value: 1, text: '1 of 3 requests accepted, 2 not sent'});
});
