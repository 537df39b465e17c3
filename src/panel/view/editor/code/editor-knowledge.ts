import type {Completion, CompletionContext, CompletionResult} from '@codemirror/autocomplete';
import type {EditorState, Extension} from '@codemirror/state';
import {hoverTooltip, type Tooltip} from '@codemirror/view';
import type {ShapeNode} from '../../../../domain/checks/shape/shape';
import type {Protocol} from '../../../../domain/protocols/protocol';
import {protocols} from '../../../../domain/protocols/protocols';
import {showSource} from '../../../../domain/verdict/source';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {DraftStore} from '../../../store/draft/draft-store';
import {jsonLanguage} from './json-language';
import {type PlaceInEvent, readPlaceInEvent} from './place-in-event';

/** What the editor knows while one types: what the documents say of a field, and the ids and names of the session. */
export function createKnowledge(drafts: DraftStore, session: DraftSession): Extension {
  const getProtocol = (): Protocol | null => {
    const {protocol} = session.checked.peek().inspection;
    return protocol === null ? null : (protocols[protocol] ?? null);
  };
  const complete = (context: CompletionContext): CompletionResult | null => {
    const place = readPlaceInEvent(context.state, context.pos, -1);
    if (!place) return null;
    const options = place.isKey ? toKeys(place, getProtocol()) : toValues(place, getProtocol(), drafts);
    return options.length === 0 ? null : {...toSpan(context.state, place), options, validFor: /^[^"\n]*$/};
  };
  return [
    jsonLanguage.data.of({autocomplete: complete}),
    hoverTooltip((view, position, side) => toHover(view.state, position, side, getProtocol())),
  ];
}

/** The names that the documents list beside the one at this place. */
function toKeys({name, path}: PlaceInEvent, protocol: Protocol | null): Completion[] {
  const around = findField(protocol, name, path.slice(0, -1));
  return Object.entries(around?.properties ?? {}).map(([label, field]): Completion => {
    const completion: Completion = {label, apply: toInner(label), type: 'property'};
    if (field.documentedType) completion.detail = field.documentedType;
    if (field.description) completion.info = field.description;
    return completion;
  });
}

function toValues(place: PlaceInEvent, protocol: Protocol | null, drafts: DraftStore): Completion[] {
  const known = drafts.known();
  const key = place.path.at(-1);
  const seen = (values: readonly string[]) => values.map((label) => toValue(label, 'seen in this session'));
  if (key === 'user_id' || key === 'userId') return seen(known.users);
  if (key === 'group_id' || key === 'groupId') return seen(known.groups);
  if ((key === 'event_name' || key === 'event') && place.path.length === 1) {
    const documented = (protocol?.eventNames ?? []).map((label) => toValue(label, 'documented'));
    const others = known.events.filter((label) => !protocol?.eventNames.includes(label));
    return [...documented, ...seen(others)];
  }
  return (findField(protocol, place.name, place.path)?.values ?? []).map((label) =>
    toValue(label, 'documented'),
  );
}

function toValue(label: string, detail: string): Completion {
  return {label, apply: toInner(label), detail};
}

/** As it is written between quotes. */
function toInner(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Only what stands between the quotes is replaced, whether the string is closed already or not. */
function toSpan(state: EditorState, {token: {from, to}}: PlaceInEvent): {from: number; to: number} {
  const isClosed = to - from > 1 && state.sliceDoc(to - 1, to) === '"';
  return {from: from + 1, to: isClosed ? to - 1 : to};
}

function toHover(
  state: EditorState,
  position: number,
  side: -1 | 1,
  protocol: Protocol | null,
): Tooltip | null {
  const place = readPlaceInEvent(state, position, side);
  const field = place && findField(protocol, place.name, place.path);
  if (!place || !field || !(field.documentedType ?? field.description)) return null;
  const {from, to} = place.token;
  return {pos: from, end: to, above: true, create: () => ({dom: renderField(place.path, field)})};
}

function findField(
  protocol: Protocol | null,
  name: string | null,
  path: readonly string[],
): ShapeNode | null {
  let node: ShapeNode | undefined = protocol?.describeEvent(name);
  for (const key of path) node = node && toProperties(node)?.[key];
  return node ?? null;
}

/** A field that may also be null or empty is a choice; its object is one of it. */
function toProperties({properties, anyOf}: ShapeNode): ShapeNode['properties'] {
  return properties ?? anyOf?.find((choice) => choice.properties)?.properties;
}

function renderField(
  path: readonly string[],
  {documentedType, description, source, values}: ShapeNode,
): HTMLElement {
  const box = document.createElement('div');
  box.className = 'edit-hover';
  const add = (className: string, text: string | undefined) => {
    if (!text) return;
    const line = document.createElement('div');
    line.className = className;
    line.textContent = text;
    box.append(line);
  };
  add('edit-hover-name', `${path.join('.')}${documentedType ? `: ${documentedType}` : ''}`);
  add('edit-hover-text', description);
  add('edit-hover-text', values && `One of ${values.join(', ')}.`);
  add('edit-hover-source', source && showSource(source));
  return box;
}
