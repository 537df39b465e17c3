import {hashText} from '../checks/session/hash-text';
import {describePosition} from '../json/describe-position';
import {createLineCounter} from '../json/to-line-column';
import {detectFormat, detectTable, detectTextKind, isNamelessSchema} from './detect-format';
import {findMisspelt} from './expectations/find-misspelt';
import type {TextFault} from './read/json-source';
import {createPlanBuilder, type PlanBuilder} from './read/plan-builder';
import type {PlanSource} from './read/plan-source';
import {type Plan, type PlanFormat, planFormats} from './tracking-plan';

/** A file that was chosen, pasted or dropped. */
export interface PlanFile {
  name: string;
  text: string;
}

/** A plan, or a sentence that says why the files are not one, what is wrong and where, and what to do. */
export type PlanReading = {ok: true; plan: Plan} | {ok: false; message: string};

/** UTF-16 units. Segment's own limit is 15 MB, and larger plans are not known. */
export const MAX_PLAN_LENGTH = 15_000_000;

/**
 * Reads a tracking plan of any format, of several files if it consists of several (RudderStack YAML, Iglu). Readers
 * are loaded when their format is needed. Never throws, does not fetch anything.
 */
export async function readPlan(files: readonly PlanFile[]): Promise<PlanReading> {
  const large = files.find(({text}) => text.length > MAX_PLAN_LENGTH);
  if (large) {
    return refuse(`${large.name} is larger than 15 MB. Export a part of the plan, or several files.`);
  }
  const [first] = files;
  if (!first || files.every(({text}) => text.trim() === '')) {
    return refuse('There is nothing to read. Choose the file of a tracking plan, or paste its text.');
  }
  const builder = createPlanBuilder();
  for (const {name, text} of files) {
    // A decoder replaces what it cannot read by this character, as in a table that Excel saved for Windows.
    const at = text.indexOf('\ufffd');
    if (at < 0) continue;
    const {line} = createLineCounter(text)(at);
    builder.addProblem('not-utf-8', {file: name, line}, null);
  }
  const isTable = detectTextKind(first.text) === 'csv';
  const reading = isTable ? await readTables(files, builder) : await readValues(files, builder);
  return reading.ok ? finish(builder, reading.format, files) : reading;
}

type FormatReading = {ok: true; format: PlanFormat} | {ok: false; message: string};

function refuse(message: string): {ok: false; message: string} {
  return {ok: false, message};
}

function finish(builder: PlanBuilder, format: PlanFormat, files: readonly PlanFile[]): PlanReading {
  const {rules, problems} = builder.finish();
  if (rules.length === 0) {
    return refuse(
      `This looks like a file of ${planFormats[format]}, but no rule for an event can be read from it.`,
    );
  }
  const title = builder.title ?? files[0]?.name ?? planFormats[format];
  const revision = hashText(files.map(({text}) => text).join('\0')).toString(36);
  const id = builder.id ?? `${format}:${title}`;
  const {isPartial, expectations} = builder;
  const misspelt = findMisspelt(expectations, {rules, isPartial});
  const facts = {id, title, format, revision, rules, expectations, isPartial};
  return {ok: true, plan: {...facts, problems: [...problems, ...misspelt]}};
}

async function readTables(files: readonly PlanFile[], builder: PlanBuilder): Promise<FormatReading> {
  const [{readCsvTable}, {readEventTable, readers}, {readAmplitudeRow}] = await Promise.all([
    import('./read/csv-source'),
    import('./read/read-csv'),
    import('./read/read-amplitude'),
  ]);
  let known: PlanFormat | null = null;
  for (const {name, text} of files) {
    const table = readCsvTable(name, text);
    const format = detectTable(table.header);
    const readRow = format === 'amplitude-csv' ? readAmplitudeRow : format && readers[format];
    if (!format || !readRow) return refuse(explainForeign(name));
    known ??= format;
    readEventTable(table, builder, readRow);
  }
  return known ? {ok: true, format: known} : refuse('There is nothing to read.');
}

async function readValues(files: readonly PlanFile[], builder: PlanBuilder): Promise<FormatReading> {
  const sources: PlanSource[] = [];
  for (const file of files) {
    const read = await readSources(file);
    if (!Array.isArray(read)) return refuse(explainFault(file.name, read));
    sources.push(...read);
  }
  const formats = sources.map(({value}) => detectFormat(value));
  const [format] = formats;
  const foreign = sources[formats.findIndex((each) => each === null || each !== format)];
  if (foreign && isNamelessSchema(foreign.value)) return refuse(explainNameless(foreign.file));
  if (!format || foreign) return refuse(explainForeign(foreign?.file ?? 'The file'));
  for (const source of sources)
    for (const {key, pointer} of source.repeatedKeys ?? [])
      builder.addProblem('repeated-key', {key}, {source, pointer});
  await readBy(format, sources, builder);
  return {ok: true, format};
}

async function readSources({name, text}: PlanFile): Promise<PlanSource[] | TextFault> {
  const kind = detectTextKind(text);
  if (kind === 'yaml') return (await import('./read/yaml-source')).readYamlSources(name, text);
  const {readJsonSource, readNdjsonSource} = await import('./read/json-source');
  const source = kind === 'ndjson' ? readNdjsonSource(name, text) : readJsonSource(name, text);
  return 'value' in source ? [source] : source;
}

async function readBy(
  format: PlanFormat,
  sources: readonly PlanSource[],
  builder: PlanBuilder,
): Promise<void> {
  switch (format) {
    case 'rudderstack-yaml':
      return (await import('./read/read-rudder-yaml')).readRudderYaml(sources, builder);
    case 'iglu':
      return (await import('./read/read-snowplow')).readIglu(sources, builder);
    default:
      for (const source of sources) await readOne(format, source, builder);
  }
}

async function readOne(format: PlanFormat, source: PlanSource, builder: PlanBuilder): Promise<void> {
  switch (format) {
    case 'segment-api':
    case 'typewriter':
      return (await import('./read/read-segment')).readSegmentApi(source, builder, format);
    case 'segment-config':
    case 'rudderstack-api':
      return (await import('./read/read-segment')).readEventRules(source, builder);
    case 'rudderstack-catalog':
      return (await import('./read/read-catalogs')).readCatalog(source, builder);
    case 'lexicon':
      return (await import('./read/read-catalogs')).readLexicon(source, builder);
    case 'posthog':
      return (await import('./read/read-catalogs')).readPosthog(source, builder);
    case 'avo':
      return (await import('./read/read-avo')).readAvo(source, builder);
    case 'avo-schema':
      return (await import('./read/read-avo')).readAvoSchema(source, builder);
    case 'snowplow-plan':
      return (await import('./read/read-snowplow')).readSnowplowPlan(source, builder);
    case 'openapi':
      return (await import('./read/read-json-schema')).readOpenapi(source, builder);
    default:
      return (await import('./read/read-json-schema')).readJsonSchemas(source, builder);
  }
}

function explainFault(name: string, fault: TextFault): string {
  return `${name} is not valid at ${describePosition(fault)}: ${fault.message}. Nothing was changed.`;
}

function explainNameless(name: string): string {
  return `${name} is a JSON Schema that does not name its event. Put it in {"events": {"name of the event": …}}.`;
}

function explainForeign(name: string): string {
  const known = [...new Set(Object.values(planFormats))].join(', ');
  return `${name} is not a tracking plan that can be read. These can: ${known}.`;
}
