import {useRef} from 'preact/hooks';
import {CaptureSection} from './CaptureSection';
import type {SettingsForm} from './create-settings-form';
import {EndpointsSection} from './EndpointsSection';
import {type Permissions, PermissionsSection} from './PermissionsSection';
import type {PlansForm} from './plans/create-plans-form';
import {PlansSection} from './plans/PlansSection';
import {ReplaySection} from './ReplaySection';
import {RulesSection} from './RulesSection';
import {SitesSection} from './SitesSection';
import {TransferSection} from './transfer/TransferSection';
import {useKeptFocus} from './use-kept-focus';

const sections = [
  {id: 'permissions', title: 'Permissions'},
  {id: 'capture', title: 'Capture'},
  {id: 'sites', title: 'Page hook'},
  {id: 'endpoints', title: 'Endpoints'},
  {id: 'replay', title: 'Replay'},
  {id: 'plans', title: 'Tracking plans'},
  {id: 'rules', title: 'Rules'},
  {id: 'transfer', title: 'Export, import, reset'},
] as const;

/** All settings on one page. Every change is stored as soon as it is valid. */
export function SettingsPage({
  form,
  permissions,
  plans,
}: {
  form: SettingsForm;
  permissions: Permissions;
  plans: PlansForm;
}) {
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  return (
    <div class="page" ref={page}>
      <header class="page-head">
        <h1>Track Inspector</h1>
        <p class="state" role="status" data-state={form.failure.value ? 'faulty' : form.state.value}>
          {form.failure.value ?? states[form.state.value]}
        </p>
      </header>
      <nav aria-label="Sections">
        <ul>
          {sections.map(({id, title}) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <PermissionsSection permissions={permissions} onFailure={form.fail} />
        <CaptureSection form={form} />
        <SitesSection form={form} />
        <EndpointsSection form={form} />
        <ReplaySection form={form} />
        <PlansSection form={plans} />
        <RulesSection form={form} />
        <TransferSection form={form} plans={plans} />
      </main>
    </div>
  );
}

const states = {
  unchanged: 'Changes are saved automatically.',
  saving: 'Saving…',
  saved: 'Saved',
  faulty: 'Not saved yet. Some fields are empty or not valid.',
} as const;
