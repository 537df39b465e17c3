import type {ReadonlySignal} from '@preact/signals';

export interface Permissions {
  /** Match patterns that are granted now. */
  granted: ReadonlySignal<readonly string[]>;
  revoke(origin: string): Promise<void>;
  /** Asks the user; must be called directly in the click handler. */
  request(origin: string): Promise<void>;
}

/** Always granted with the extension. */
const BUILT_IN = 'https://api.app.thrivestack.ai/*';
const EVERYWHERE = '*://*/*';

export interface PermissionsSectionProps {
  permissions: Permissions;
  onFailure(error: unknown): void;
}

/** The sites where requests are captured in the background, and how to revoke that. */
export function PermissionsSection({permissions, onFailure}: PermissionsSectionProps) {
  const granted = permissions.granted.value;
  const everywhere = granted.includes(EVERYWHERE) || granted.includes('<all_urls>');
  return (
    <section id="permissions" aria-labelledby="permissions-title">
      <h2 id="permissions-title">Permissions</h2>
      <p>
        Requests are captured in the background where both the page’s and the endpoint’s site are allowed.
        Elsewhere, the panel only shows what DevTools captures.
      </p>
      <ul class="rows" aria-label="Allowed sites">
        {granted.map((origin) => (
          <li key={origin}>
            <code>{origin}</code>
            {origin === BUILT_IN ? (
              <span class="hint">included with the extension</span>
            ) : (
              <button
                type="button"
                onClick={() => permissions.revoke(origin).catch(onFailure)}
                aria-label={`Revoke ${origin}`}
              >
                Revoke
              </button>
            )}
          </li>
        ))}
      </ul>
      {!everywhere && (
        <button type="button" onClick={() => permissions.request(EVERYWHERE).catch(onFailure)}>
          Allow on all sites…
        </button>
      )}
    </section>
  );
}
