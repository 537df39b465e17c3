import type {Answer, Outcome} from '../../../domain/capture/captured-request';
import {isJsonObject} from '../../../domain/json/json-value';
import {maskText} from '../../../domain/secrets/mask-text';

/** The part of the server's response that a row shows. */
export interface AnswerSummary {
  status: number;
  /** Its `message`, or `error`, shortened; null if it is not readable. */
  message: string | null;
  warnings: readonly string[];
}

const MAX_MESSAGE = 300;
const MAX_PARSED = 262_144;

/** The server's response; null if there was none, or none is known. */
export function toAnswerSummary(outcome: Outcome): AnswerSummary | null {
  if (outcome.state === 'answered') return summarise(outcome);
  const status = outcome.state === 'failed' ? outcome.status : undefined;
  return status === undefined ? null : {status, message: null, warnings: []};
}

/** Reads `{success, message, warnings[]}` as documented for the Track API (Response body); ignores everything else. */
export function summarise(answer: Answer): AnswerSummary {
  const said = answer.body.kind === 'text' ? parseObject(answer.body.text) : null;
  return {
    status: answer.status,
    message: said ? (readText(said.message) ?? readText(said.error)) : null,
    warnings: said && Array.isArray(said.warnings) ? said.warnings.map(toWarning) : [],
  };
}

function parseObject(text: string): Record<string, unknown> | null {
  if (text.length > MAX_PARSED || !text.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    // Not valid JSON: the Response tab shows the original text.
    return null;
  }
}

function readText(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return maskText(value.slice(0, MAX_MESSAGE));
  return isJsonObject(value) ? readText(value.message) : null;
}

function toWarning(warning: unknown): string {
  return readText(warning) ?? maskText(JSON.stringify(warning)).slice(0, MAX_MESSAGE);
}
