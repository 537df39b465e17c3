import type {JsonObject} from '../../json/json-value';
import type {PlanBuilder, Spot} from './plan-builder';
import type {TableProperty} from './property-table';
import {type Cells, isYes, readType, splitValues, type TableRow, toTypedValues} from './read-csv';

const bounds: readonly [column: string, keyword: string][] = [
  ['String Property Value Min Length', 'minLength'],
  ['String Property Value Max Length', 'maxLength'],
  ['Number Property Value Min', 'minimum'],
  ['Number Property Value Max', 'maximum'],
];
const arrayBounds: readonly [column: string, keyword: string][] = [
  ['Array Min Items', 'minItems'],
  ['Array Max Items', 'maxItems'],
];

/** Amplitude's export: an event's row, then those of its properties without the event's name. */
export function readAmplitudeRow(cells: Cells, builder: PlanBuilder, spot: Spot): TableRow {
  if (/^(?:ignore|remove)$/i.test(cells('Action'))) return isEventRow(cells) ? {isIgnored: true} : {};
  const name = cells('Object Name') || cells('Event Name');
  if (isEventRow(cells) && name !== '') {
    // Events that Amplitude has seen but that are not in the plan are not planned.
    if (/^unexpected$/i.test(cells('Event Schema Status'))) return {isIgnored: true};
    return {
      event: {
        call: 'track',
        name,
        version: null,
        section: cells('Event Category') || null,
        labels: splitValues(cells('Tags')),
        description: cells('Object Description'),
        isDeprecated: /^(?:deleted|blocked)$/i.test(cells('Event Schema Status')),
      },
    };
  }
  const property = cells('Event Property Name');
  const isProperty = /^event property$/i.test(cells('Property Type')) && property !== '';
  // The rows below an object of another kind are its own.
  if (!isProperty && cells('Object Type') !== '') return {isIgnored: true};
  if (!isProperty || /^unexpected$/i.test(cells('Property Schema Status'))) return {};
  return {property: readProperty(property, cells, builder, spot)};
}

function isEventRow(cells: Cells): boolean {
  return /^event$/i.test(cells('Object Type'));
}

function readProperty(name: string, cells: Cells, builder: PlanBuilder, spot: Spot): TableProperty {
  const item = readType(cells('Property Value Type'), name, builder, spot);
  if (item.type === 'number' && isYes(cells('Number Is Integer'))) item.type = 'integer';
  readBounds(item, bounds, cells, builder, spot);
  const values = splitValues(cells('Enum Values'));
  if (values.length > 0) item.enum = toTypedValues(values, item);
  const constant = cells('Const Value');
  if (constant !== '') item.const = toTypedValues([constant], item)[0] ?? constant;
  const pattern = cells('Property Regex');
  if (pattern !== '') item.pattern = pattern;
  const schema = isYes(cells('Property Is Array')) ? toArray(item, cells, builder, spot) : item;
  const description = cells('Property Description');
  return {
    path: [name],
    schema: description === '' ? schema : {...schema, description},
    isRequired: isYes(cells('Property Required')),
  };
}

function toArray(item: JsonObject, cells: Cells, builder: PlanBuilder, spot: Spot): JsonObject {
  const schema: JsonObject = {type: 'array', items: item};
  if (isYes(cells('Array Unique Items'))) schema.uniqueItems = true;
  readBounds(schema, arrayBounds, cells, builder, spot);
  return schema;
}

function readBounds(
  schema: JsonObject,
  columns: readonly [string, string][],
  cells: Cells,
  builder: PlanBuilder,
  spot: Spot,
): void {
  for (const [column, keyword] of columns) {
    const found = cells(column);
    if (found === '') continue;
    const bound = Number(found);
    if (Number.isFinite(bound)) schema[keyword] = bound;
    else builder.addProblem('bad-number', {column, found}, spot);
  }
}
