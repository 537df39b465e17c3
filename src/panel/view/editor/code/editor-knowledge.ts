import type {Completion, CompletionContext, CompletionResult} from '@codemirror/autocomplete';
import type {EditorState, Extension} from '@codemirror/state';
import {hoverTooltip, type Tooltip} from '@codemirror/view';
import type {ShapeNode} from '../../../../domain/checks/shape/shape';
import {formatPointer} from '../../../../domain/json/json-pointer';
import {readEvent} from '../../../../domain/protocols/read-event';
import type {WireFormat} from '../../../../domain/protocols/wire-format';
import {wireFormats} from '../../../../domain/protocols/wire-formats';
import {showSource} from '../../../../domain/verdict/source';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {DraftStore} from '../../../store/draft/draft-store';
import type {EventGuide} from '../../../store/judge/draft-question';
import {jsonLanguage} from './json-language';
import {type PlaceInEvent, readPlaceInEvent} from './place-in-event';

/** The editor's information while typing: the documents on a field, and the IDs and names of the session. */
export function createKnowledge(drafts: DraftStore, session: DraftSession): Extension {
  const getContext = async ({texts}: PlaceInEvent): Promise<Context | null> => {
    const {protocol} = session.checked.peek().inspection;
    if (protocol === null) return null;
    const format = wireFormats[protocol];
    const url = session.source.peek()?.url ?? session.choices.peek().address?.url ?? '';
    const {type, name} = readEvent({...texts}, format, url);
    // Nothing is offered until it has arrived; typing is not blocked.
    const guide = await drafts.describeEvent(protocol, type, name).catch(() => null);
    return guide && {...guide, pointers: format.fields};
  };
  const complete = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const place = readPlaceInEvent(context.state, context.pos, -1);
    const known = place && (await getContext(place));
    if (!place || !known || context.aborted) return null;
    const options = place.isKey ? toKeys(place, known) : toValues(place, known, drafts);
    return options.length === 0 ? null : {...toSpan(context.state, place), options, validFor: /^[^"\n]*$/};
  };
  return [
    jsonLanguage.data.of({autocomplete: complete}),
    hoverTooltip(async (view, position, side) => {
      const place = readPlaceInEvent(view.state, position, side);
      const known = place && (await getContext(place));
      return place && known ? toHover(place, known) : null;
    }),
  ];
}

/** The information on the event at a position. */
interface Context extends EventGuide {
  /** Where its protocol has names and IDs. */
  pointers: WireFormat['fields'];
}

/** The documented names next to the one at this position. */
function toKeys(place: PlaceInEvent, context: Context): Completion[] {
  const around = findField(place, context, place.path.slice(0, -1));
  return Object.entries(around?.properties ?? {}).map(([label, field]): Completion => {
    const completion: Completion = {label, apply: toInner(label), type: 'property'};
    if (field.documentedType) completion.detail = field.documentedType;
    if (field.description) completion.info = field.description;
    return completion;
  });
}

function toValues(place: PlaceInEvent, context: Context, drafts: DraftStore): Completion[] {
  const known = drafts.known();
  const {pointers, eventNames} = context;
  const isAt = (pointers: readonly string[] = []) => pointers.includes(formatPointer(place.path));
  const seen = (values: readonly string[]) => values.map((label) => toValue(label, 'seen in this session'));
  if (isAt(pointers.user)) return seen(known.users);
  if (isAt(pointers.group)) return seen(known.groups);
  if (isAt(Object.values(pointers.name ?? {}).flat())) {
    const documented = eventNames.map((label) => toValue(label, 'documented'));
    const others = known.events.filter((label) => !eventNames.includes(label));
    return [...documented, ...seen(others)];
  }
  return (findField(place, context)?.values ?? []).map((label) => toValue(label, 'documented'));
}

function toValue(label: string, detail: string): Completion {
  return {label, apply: toInner(label), detail};
}

/** As written between quotes. */
function toInner(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Only the text between the quotes is replaced, whether or not the string is closed. */
function toSpan(state: EditorState, {token: {from, to}}: PlaceInEvent): {from: number; to: number} {
  const isClosed = to - from > 1 && state.sliceDoc(to - 1, to) === '"';
  return {from: from + 1, to: isClosed ? to - 1 : to};
}

function toHover(place: PlaceInEvent, context: Context): Tooltip | null {
  const field = findField(place, context);
  if (!field || !(field.documentedType ?? field.description)) return null;
  const {from, to} = place.token;
  return {pos: from, end: to, above: true, create: () => ({dom: renderField(place.path, field)})};
}

function findField(
  {path: whole}: PlaceInEvent,
  {fields}: Context,
  path: readonly string[] = whole,
): ShapeNode | null {
  let node: ShapeNode | undefined = fields;
  for (const key of path) node = node && toProperties(node)?.[key];
  return node ?? null;
}

/** A field that may also be null or empty is a choice; its object is one of the alternatives. */
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
