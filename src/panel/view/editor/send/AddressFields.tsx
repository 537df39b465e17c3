import type {DraftAddress} from '../../../store/draft/draft-choices';
import type {EditController} from '../controller/create-edit-controller';

const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'];

/** Method and address of a draft without a captured request. */
export function AddressFields({edit: {session}, address}: {edit: EditController; address: DraftAddress}) {
  const change = (changes: Partial<DraftAddress>) => session.choose({address: {...address, ...changes}});
  return (
    <>
      <select
        class="edit-select"
        aria-label="Method"
        value={address.method}
        onChange={({currentTarget: {value}}) => change({method: value})}
      >
        {[...new Set([...methods, address.method])].map((method) => (
          <option key={method} value={method}>
            {method}
          </option>
        ))}
      </select>
      <input
        class="edit-header-input edit-address"
        type="url"
        aria-label="Address"
        placeholder="https://…/api/track"
        autoComplete="off"
        value={address.url}
        onInput={({currentTarget: {value}}) => change({url: value})}
      />
    </>
  );
}
