import type {JsonObject, JsonValue} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import type {PlanCall, PlanFormat} from '../tracking-plan';
import {type CsvTable, createCellReader} from './csv-source';
import type {PlanBuilder, Spot} from './plan-builder';
import {buildObjectSchema, type TableProperty, toTypeSchema} from './property-table';
import {toBareWhere, toPlanCall} from './read-segment';

/** One event of a table, with the rows of its properties. */
interface TableEvent {
  call: PlanCall;
  name: string | null;
  version: string | number | null;
  section: string | null;
  labels: string[];
  description: string;
  isDeprecated: boolean;
  properties: TableProperty[];
  spot: Spot;
}

/** The contents of a row: an event, a property, both, or nothing relevant. */
export interface TableRow {
  event?: Omit<TableEvent, 'properties' | 'spot'>;
  property?: TableProperty;
  /** The row belongs to an event that is left out, and so do the rows below it without an event. */
  isIgnored?: boolean;
}

export type Cells = (column: string) => string;
export type ReadRow = (cells: Cells, builder: PlanBuilder, spot: Spot, header: readonly string[]) => TableRow;

/** Tables with several rows per event: an event row, or its first row, and one for each property. */
export function readEventTable(table: CsvTable, builder: PlanBuilder, readRow: ReadRow): void {
  const events = new Map<string, TableEvent>();
  const read = createCellReader(table.header);
  let current: TableEvent | null = null;
  for (const {row, message} of table.faults) {
    builder.addProblem('bad-csv', {message}, {source: table.source, pointer: `/${Math.max(0, row)}`});
  }
  for (const [index, row] of table.rows.entries()) {
    const spot = {source: table.source, pointer: `/${index}`};
    const {event, property, isIgnored} = readRow((column) => read(row, column), builder, spot, table.header);
    if (isIgnored) current = null;
    else if (event) current = addEvent(events, event, spot);
    if (property && !isIgnored) current?.properties.push(property);
  }
  for (const event of events.values()) addRule(event, builder);
}

function addEvent(
  events: Map<string, TableEvent>,
  facts: Omit<TableEvent, 'properties' | 'spot'>,
  spot: Spot,
): TableEvent {
  const key = JSON.stringify([facts.call, facts.name, facts.version]);
  const known = events.get(key);
  if (known) return known;
  const event = {...facts, properties: [], spot};
  events.set(key, event);
  return event;
}

function addRule({properties, spot, ...facts}: TableEvent, builder: PlanBuilder): void {
  const where = facts.call === 'common' ? 'call' : toBareWhere(facts.call);
  builder.addRule({...facts, schema: buildObjectSchema(properties), where, draft: '07'}, spot);
}

export const readers: Partial<Record<PlanFormat, ReadRow>> = {
  'segment-csv': readSegmentRow,
  'avo-csv': readAvoRow,
};

function splitLabels(text: string): string[] {
  return text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

/** A comma-separated list; quoted or in brackets if JSON was pasted. */
export function splitValues(text: string): string[] {
  return splitLabels(text.replace(/^\[|\]$/g, '')).map((value) => value.replace(/^"(.*)"$/, '$1'));
}

function readSegmentRow(cells: Cells, builder: PlanBuilder, spot: Spot, header: readonly string[]): TableRow {
  const word = cells('Event Type') || 'track';
  const call = toPlanCall(word);
  if (call === null) {
    builder.addProblem('unknown-call', {call: word}, spot);
    return {isIgnored: true};
  }
  const version = cells('Version');
  const property = cells('Property Name');
  const name = cells('Event Name');
  if (call === 'track' && name === '') {
    // As in other tables, a row with nothing but a property belongs to the event above.
    if (property !== '' && cells('Event Type') === '')
      return {property: readSegmentProperty(property, cells, builder, spot, header)};
    builder.addProblem('no-name', {found: showValue(name)}, spot);
    return {isIgnored: true};
  }
  return {
    event: {
      call,
      name: call === 'track' ? name : null,
      version: /^\d+$/.test(version) ? Number(version) : version || null,
      section: null,
      labels: property === '' ? splitLabels(cells('Labels')) : [],
      description: property === '' ? cells('Description') : '',
      isDeprecated: false,
    },
    ...(property === '' ? {} : {property: readSegmentProperty(property, cells, builder, spot, header)}),
  };
}

/** The column that says whether a property is required has no documented name. */
function isRequiredStatus(cells: Cells, header: readonly string[]): boolean {
  const column = header.find((name) => /status|required|presence/i.test(name)) ?? '';
  return /^(?:required|true|yes|always)/i.test(cells(column));
}

function readSegmentProperty(
  name: string,
  cells: Cells,
  builder: PlanBuilder,
  spot: Spot,
  header: readonly string[],
): TableProperty {
  const type = cells('Property Data Type');
  const schema: JsonObject = {...readType(type, name, builder, spot), ...describe(cells('Description'))};
  const pattern = cells('Allowed Property Values');
  const values = splitValues(cells('Enum Values'));
  if (pattern !== '') schema.pattern = pattern;
  if (values.length > 0) schema.enum = toTypedValues(values, schema);
  return {path: name.split('.'), schema, isRequired: isRequiredStatus(cells, header)};
}

function describe(description: string): JsonObject {
  return description === '' ? {} : {description};
}

export function readType(type: string, property: string, builder: PlanBuilder, spot: Spot): JsonObject {
  const schema = toTypeSchema(type);
  if (!schema) builder.addProblem('unknown-value-type', {type, property}, spot);
  return schema ?? {};
}

/**
 * Table cells are texts; those of a number or boolean column are converted. A column that may be null cannot list it,
 * so it is added.
 */
export function toTypedValues(values: readonly string[], {type = null}: JsonObject): JsonValue[] {
  const types = [type].flat();
  const isNumber = types.includes('number') || types.includes('integer');
  const typed = values.map((value) => {
    if (isNumber && value !== '' && Number.isFinite(Number(value))) return Number(value);
    const isBoolean = types.includes('boolean') && /^(?:true|false)$/i.test(value);
    return isBoolean ? value.toLowerCase() === 'true' : value;
  });
  return types.includes('null') ? [...typed, null] : typed;
}

/** Avo: an empty event name means that of the previous row. */
function readAvoRow(cells: Cells, builder: PlanBuilder, spot: Spot): TableRow {
  const name = cells('Event Name');
  const property = cells('Property Name');
  return {
    ...(name === ''
      ? {}
      : {event: toTrack(name, cells('Event Description'), cells('Event Category'), cells('Event Tags'))}),
    ...(property === '' ? {} : {property: readAvoProperty(property, cells, builder, spot)}),
  };
}

function toTrack(name: string, description: string, section: string, labels: string) {
  return {
    call: 'track' as const,
    name,
    version: null,
    section: section || null,
    labels: splitLabels(labels),
    description,
    isDeprecated: false,
  };
}

function readAvoProperty(name: string, cells: Cells, builder: PlanBuilder, spot: Spot): TableProperty {
  const item = readType(cells('Property Value Type'), name, builder, spot);
  const values = splitValues(cells('Property Enumeration Options'));
  const pattern = cells('Property Regex');
  if (values.length > 0) item.enum = toTypedValues(values, item);
  if (pattern !== '') item.pattern = pattern;
  const schema = isYes(cells('Is Property Array?')) ? {type: 'array', items: item} : item;
  return {
    path: [name],
    schema: {...schema, ...describe(cells('Property Description'))},
    isRequired: isYes(cells('Is Property Required?')),
  };
}

export function isYes(cell: string): boolean {
  return /^(?:true|yes|1|x)$/i.test(cell);
}
