import {type Signal, signal} from '@preact/signals';
import type {CapturedRequest, Outcome} from '../../../domain/capture/captured-request';
import {createListeners} from '../../../domain/listeners';
import {defaultSettings, type Settings} from '../../../domain/settings';
import type {Inspection} from '../../../domain/verdict/inspection';
import {toIssue} from '../../../domain/verdict/to-issue';
import type {CaptureMessage} from '../../../messages/capture-channel';
import type {BackgroundAnswers, BackgroundMessage} from '../../../messages/to-background';
import {answerDraft} from '../judge/answer-draft';
import type {JudgeDependencies} from '../judge/create-judge-parts';
import type {AskOfDraft, DraftQuestion} from '../judge/draft-question';
import {anEvent} from '../test-support/an-inspection';
import type {DraftDependencies} from './draft-dependencies';

type SendAnswer = BackgroundAnswers['send-replay'];

export interface DraftWorld extends DraftDependencies, Pick<JudgeDependencies, 'inspect' | 'inspectText'> {
  records: Map<string, CapturedRequest>;
  /** The messages to the background, in order. */
  asked: BackgroundMessage[];
  /** Ends the current sends, or waits for the next one and ends it. */
  answer(outcome: Outcome, result?: SendAnswer): Promise<void>;
  tell(message: CaptureMessage): void;
  settings: {value: Signal<Settings>};
}

/** A log, a background and a clock in memory. */
export function createDraftWorld(): DraftWorld {
  const records = new Map<string, CapturedRequest>();
  let ids = 0;
  let clock = Date.UTC(2026, 10, 22);

  /** Like the judge, which receives a copy of the question and answers a moment later. */
  const ask = async (question: DraftQuestion) => {
    const copy = structuredClone(question);
    await Promise.resolve();
    const settings = world.settings.value.peek();
    const answer = answerDraft(copy, {
      inspect: (request) => world.inspect(request, settings),
      inspectText: (request, inspection) => world.inspectText(request, inspection, settings),
      extend: (guide) => guide,
    });
    return structuredClone(answer);
  };

  const world: DraftWorld = {
    tabId: 7,
    records,
    log: {
      put: async (request) => void records.set(request.id, structuredClone(request)),
      get: async (wanted) => wanted.flatMap((id) => records.get(id) ?? []),
    },
    secrets: {
      keep: async (value) => `secret-${value}`,
      keepAll: async (values) => new Map(values.map((value) => [value, `secret-${value}`])),
      values: async () => new Map(),
    },
    settings: {value: signal(defaultSettings)},
    ...createBackground(records),
    ...createListeners<CaptureMessage>(),
    inspect: inspectLength,
    inspectText: () => [],
    // Each question has its own answer type; the fake answers all of them with one function.
    ask: ask as AskOfDraft,
    now: () => {
      clock += 1;
      return clock;
    },
    newId: () => `id-${++ids}`,
  };
  return world;
}

/** Holds each send until the test answers it. */
function createBackground(
  records: DraftWorld['records'],
): Pick<DraftWorld, 'background' | 'asked' | 'answer'> {
  const asked: BackgroundMessage[] = [];
  const waiting: {id: string; resolve: (answer: SendAnswer) => void}[] = [];
  let tellSent: (() => void) | null = null;

  const answerTo = (message: BackgroundMessage): Promise<BackgroundAnswers[BackgroundMessage['type']]> => {
    asked.push(message);
    if (message.type === 'send-replay') {
      return new Promise<SendAnswer>((resolve) => {
        waiting.push({id: message.id, resolve});
        tellSent?.();
      });
    }
    if (message.type === 'cancel-replay') return Promise.resolve({ok: true});
    if (message.type === 'keep-alive') return Promise.resolve({ok: true});
    return Promise.reject(new Error(`the test did not expect ${message.type}`));
  };

  return {
    asked,
    // Each message type has its own answer type; the fake answers all of them with one function.
    background: {send: answerTo as DraftDependencies['background']['send']},
    async answer(outcome, result = {ok: true}) {
      if (waiting.length === 0) await new Promise<void>((resolve) => (tellSent = resolve));
      for (const {id, resolve} of waiting.splice(0)) {
        const record = records.get(id);
        if (record) records.set(id, {...record, outcome});
        resolve(result);
      }
    },
  };
}

/** Replaces the checks: text that starts with `!` is not JSON, any other text is one event. */
function inspectLength(request: CapturedRequest): Inspection {
  const text = request.body.kind === 'bytes' ? new TextDecoder().decode(request.body.bytes) : '';
  const decoded = !text.startsWith('!');
  const event = anEvent({name: text, value: null, pointer: '', user: null, group: null, timestamp: null});
  return {
    requestId: request.id,
    sentAt: request.startedAt,
    protocol: 'thrivestack-track',
    decoded,
    events: decoded ? [event] : [],
    issues: decoded
      ? []
      : [
          toIssue('invalid-json', {
            event: null,
            pointer: '',
            params: {
              error: {
                offset: 0,
                line: 1,
                column: 1,
                length: 1,
                cause: 'unexpected-character',
                found: '!',
                expected: 'a JSON value',
              },
            },
            position: {offset: 0, line: 1, column: 1},
          }),
        ],
    size: {events: 1, bytes: text.length, maxEvents: 1000, maxBytes: 2_000_000},
  };
}

/** A captured request with this text as its body. */
export function buildSource(text: string, more: Partial<CapturedRequest> = {}): CapturedRequest {
  return {
    id: 'source',
    url: 'https://api.example.test/api/track',
    method: 'POST',
    headers: {state: 'known', list: [{name: 'Content-Type', value: 'application/json'}]},
    body: {kind: 'bytes', bytes: new TextEncoder().encode(text)},
    startedAt: Date.UTC(2026, 10, 20),
    origin: {tabId: 7, frameId: 0, initiator: null, documentUrl: null, pageUrl: null, type: 'fetch'},
    outcome: {state: 'pending'},
    seenBy: ['web-request'],
    ...more,
  };
}

export function buildAnswer(status: number): Outcome {
  return {
    state: 'answered',
    status,
    statusText: '',
    headers: {state: 'known', list: []},
    body: {kind: 'text', text: '{}'},
    endedAt: 1,
  };
}
