import {isValidElement, type VNode} from 'preact';
import {expect, it} from 'vitest';
import {hasHidden} from '../../domain/bytes/hidden-characters';
import type {CoverageRow} from '../../domain/plans/coverage/coverage-row';
import {createSequence, nextSends, reportResult, toProgress} from '../../domain/replay/sequence';
import {toLogEntry} from '../store/log/log-entry';
import type {ReplaySequence} from '../store/replay/replay-sequence';
import {aRequest} from '../store/test-support/a-request';
import {anInspection} from '../store/test-support/an-inspection';
import {LineCells} from './coverage/LineCells';
import {SequenceProgress} from './editor/send/SequenceProgress';
import {toRequestName} from './list/row/to-request-name';
import {ResendSummary} from './resend/ResendSummary';

/** Reverses what follows, ends a line, and is as long as a page may make it. */
const hostile = `\u202eevil\u0007${'x'.repeat(1_000_000)}`;

/** All text of a tree of components without hooks, and the titles and names in it. */
function readTexts(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(readTexts);
  if (!isValidElement(node)) return [];
  const {type, props} = node as VNode<Record<string, unknown>>;
  if (typeof type === 'function') return readTexts((type as (props: unknown) => unknown)(props));
  const shown = [props.title, props['aria-label']].filter((value) => typeof value === 'string');
  return [...shown, ...readTexts(props.children)];
}

function aSequence(): ReplaySequence {
  let {sequence} = nextSends(createSequence(['a', 'b'], {concurrency: 2, intervalMs: 0}), 0);
  sequence = reportResult(sequence, 'a', {kind: 'failed', error: hostile});
  sequence = reportResult(sequence, 'b', {kind: 'unknown', reason: hostile});
  const nothing = () => undefined;
  const commands = {pause: nothing, resume: nothing, cancel: nothing, sendFailedAgain: nothing};
  return {
    sequence: {value: sequence},
    progress: {value: toProgress(sequence)},
    ...commands,
  } as ReplaySequence;
}

const row: CoverageRow = {
  id: 'row',
  call: 'track',
  name: hostile,
  rule: null,
  grade: 'unplanned',
  seen: 1,
  faulty: 0,
  firstSeen: 1,
  lastSeen: 1,
  pages: [hostile, 'https://app.example.test/'],
  releases: [hostile, '2'],
  reasons: [],
};
const survey = {sendable: [], events: 0, origins: [], withoutPage: 0, ungranted: []};

it.each<[what: string, shown: () => unknown]>([
  [
    'the method of an imported request',
    () =>
      toRequestName(
        toLogEntry(
          aRequest({method: hostile}),
          anInspection({protocol: null, events: [], decoded: false}),
          1,
        ),
      ),
  ],
  [
    'why requests are not resent, and notes on them',
    () => (
      <ResendSummary
        nameOf={String}
        read={1}
        listed={1}
        survey={{...survey, blocked: [{reason: hostile, ids: ['a']}], notes: [{note: hostile, requests: 0}]}}
      />
    ),
  ],
  ['why a page did not send', () => <SequenceProgress sequence={aSequence()} onNewPlan={() => undefined} />],
  [
    'pages and releases of an event',
    () => (
      <LineCells line={{key: 'k', owner: null, level: 1, kind: 'row', isOpen: false, isPicked: false, row}} />
    ),
  ],
  [
    'a note in coverage',
    () => <LineCells line={{key: 'k', owner: 'row', kind: 'note', title: 'Page', text: hostile}} />,
  ],
])('shows hostile text as text, and only its beginning: %s', (_, shown) => {
  const texts = readTexts(shown());
  expect(texts.join('').includes('evil')).toBe(true);
  for (const text of texts) {
    expect(hasHidden(text.replaceAll('\n', ''))).toBe(false);
    expect(text.length).toBeLessThan(5_000);
  }
});
