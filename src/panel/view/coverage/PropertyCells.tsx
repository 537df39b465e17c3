import {hasMixedTypes, type PropertyCoverage} from '../../../domain/plans/coverage/property-coverage';
import {describeSchema} from '../../../domain/plans/report/describe-schema';
import {formatCount} from '../format/format-count';
import {shorten} from '../format/shorten';
import {WarningIcon} from '../icons';

const gridcell = {role: 'gridcell'} as const;
const SHOWN_VALUES = 5;

/** A property: how often it was sent, its types, and the rule's schema for it. */
export function PropertyCells({property, seen}: {property: PropertyCoverage; seen: number}) {
  const {name, sent, types, planned} = property;
  const isMissing = planned?.isRequired === true && sent < seen;
  const values = toValues(property);
  return (
    <>
      <div class="cell property-name" {...gridcell}>
        {isMissing && <Warning says="sometimes missing" />}
        {hasMixedTypes(property) && <Warning says="different types" />}
        <span class="mono coverage-name" title={shorten(name, 300)}>
          {shorten(name, 120)}
        </span>
      </div>
      <div class="cell property-sent" {...gridcell}>
        {formatCount(sent)} of {formatCount(seen)}
      </div>
      <div class="cell property-types" {...gridcell}>
        {toTypes(types)}
      </div>
      <div class="cell property-values mono" {...gridcell} title={values}>
        {values}
      </div>
      <div class="cell property-rule" {...gridcell}>
        {planned &&
          shorten(`${planned.isRequired ? 'required' : 'optional'}: ${describeSchema(planned.schema)}`, 300)}
      </div>
    </>
  );
}

function Warning({says}: {says: string}) {
  return (
    <span class="grade" data-grade="sometimes-wrong" title={says}>
      <WarningIcon />
      <span class="hidden">{says}</span>
    </span>
  );
}

/** The types, most frequent first, with their numbers if there are several. */
function toTypes(types: PropertyCoverage['types']): string {
  const often = [...types].sort(([, one], [, other]) => other - one);
  return often.map(([type, count]) => (types.size > 1 ? `${type} ×${formatCount(count)}` : type)).join(', ');
}

/** The most frequent values. */
function toValues({values, hasMore}: PropertyCoverage): string {
  const often = [...values].sort(([, one], [, other]) => other - one);
  const shown = often.slice(0, SHOWN_VALUES).map(([value, count]) => `${shorten(value, 40)} ×${count}`);
  return [...shown, ...(hasMore || often.length > SHOWN_VALUES ? ['…'] : [])].join(', ');
}
