import {useSignal} from '@preact/signals';
import type {Settings} from '../domain/settings';
import type {Rule} from '../domain/verdict/rule';
import {ruleCatalogue} from '../domain/verdict/rule-catalogue';
import {type Source, showSource, toSourceLink} from '../domain/verdict/source';
import type {SettingsForm} from './create-settings-form';

type RuleSetting = Settings['rules'][string];

const rules: readonly (Rule & {code: string})[] = Object.entries<Rule>(ruleCatalogue).map(([code, rule]) => ({
  code,
  ...rule,
}));

/** Every rule with its reason and source; each can get another severity or be switched off. */
export function RulesSection({form}: {form: SettingsForm}) {
  const wanted = useSignal('');
  const chosen = form.values.value.rules;
  const set = (code: string, setting: RuleSetting | null) =>
    form.change((values) => ({...values, rules: withRule(values.rules, code, setting)}));
  const shown = rules.filter(({code, title}) => `${code} ${title}`.toLowerCase().includes(wanted.value));
  const changed = Object.keys(chosen).length;
  return (
    <section id="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">Rules</h2>
      <div class="rules-bar">
        <label for="find-rule">Find a rule</label>
        <input
          id="find-rule"
          type="search"
          value={wanted.value}
          onInput={({currentTarget}) => (wanted.value = currentTarget.value.toLowerCase())}
        />
        <span class="hint" role="status">
          {shown.length} of {rules.length} rules{changed > 0 && `, ${changed} changed`}
        </span>
        {changed > 0 && (
          <button type="button" onClick={() => form.change((values) => ({...values, rules: {}}))}>
            Restore defaults
          </button>
        )}
      </div>
      <ul class="rules">
        {shown.map((rule) => (
          <RuleRow key={rule.code} rule={rule} setting={chosen[rule.code] ?? null} onChange={set} />
        ))}
      </ul>
    </section>
  );
}

interface RuleRowProps {
  rule: Rule & {code: string};
  setting: RuleSetting | null;
  onChange(code: string, setting: RuleSetting | null): void;
}

function RuleRow({rule, setting: stored, onChange}: RuleRowProps) {
  const {code, title, reason, source, severity, milder, isFixed} = rule;
  const setting = isFixed && stored === 'off' ? null : stored;
  return (
    <li class="rule" data-off={setting === 'off'}>
      <div>
        <label for={`rule-${code}`} class="rule-title">
          {title}
        </label>{' '}
        <code>{code}</code>
        <p class="hint">
          {reason} <SourceName source={source} />
        </p>
        {milder !== undefined && (
          <p class="hint" id={`milder-${code}`}>
            Default: {severity}; {milder}.
          </p>
        )}
      </div>
      <select
        id={`rule-${code}`}
        value={setting ?? ''}
        aria-describedby={milder === undefined ? undefined : `milder-${code}`}
        data-changed={setting !== null}
        onChange={({currentTarget}) => onChange(code, toSetting(currentTarget.value))}
      >
        <option value="">
          default: {severity}
          {milder === undefined ? '' : ' or milder'}
        </option>
        <option value="error">error</option>
        <option value="warning">warning</option>
        <option value="info">info</option>
        {!isFixed && <option value="off">off</option>}
      </select>
    </li>
  );
}

/** A link if the document is public. */
function SourceName({source}: {source: Source}) {
  const url = toSourceLink(source);
  return (
    <span class="source">
      {url === null ? (
        showSource(source)
      ) : (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {showSource(source)}
        </a>
      )}
    </span>
  );
}

function toSetting(value: string): RuleSetting | null {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'off' ? value : null;
}

function withRule(chosen: Settings['rules'], code: string, setting: RuleSetting | null): Settings['rules'] {
  const {[code]: _, ...others} = chosen;
  return setting === null ? others : {...others, [code]: setting};
}
