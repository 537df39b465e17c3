import type {Expectation} from '../plans/expectations/expectation';
import {readExpectation, toFacts} from '../plans/expectations/expectation';
import {protocolIds} from '../protocols/wire-formats';
import * as z from '../zod';

/** A tracking plan inside a settings file: its original files, and its settings. */
export const planInFileSchema = z.object({
  title: z._default(z.string(), ''),
  files: z.array(z.object({name: z.string(), text: z.string()})).check(z.minLength(1)),
  isOn: z._default(z.boolean(), true),
  hosts: z._default(z.array(z.string()), []),
  protocols: z._default(z.array(z.enum(protocolIds)), []),
  /** Each in the format of our own plans; `readSettingsFile` reports other values. */
  expectations: z._default(
    z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    [],
  ),
});

export type PlanInFile = z.infer<typeof planInFileSchema>;

/** A stored plan in the format of the file. */
export function toPlanInFile({
  title,
  files,
  isOn,
  hosts,
  protocols,
  expectations,
}: Omit<PlanFacts, 'expectations'> & {expectations: readonly Expectation[]}): object {
  return {title, files, isOn, hosts, protocols, expectations: expectations.map(toFacts)};
}

type PlanFacts = {
  readonly [Key in keyof PlanInFile]: PlanInFile[Key] extends (infer Item)[]
    ? readonly Item[]
    : PlanInFile[Key];
};

export function readPlanExpectations({expectations}: PlanInFile): Expectation[] {
  return expectations.flatMap((facts) => readExpectation(facts) ?? []);
}
