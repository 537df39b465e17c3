import {enableButtons, thriveStack, toEvent, writeSession} from './workspace.js';

document.querySelector('#sign-up-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  const session = {
    user: crypto.randomUUID(),
    group: crypto.randomUUID(),
    name: `${fields.first} ${fields.last}`,
    email: fields.email,
    company: fields.company,
  };
  writeSession(session);
  thriveStack.track([
    toEvent('signed_up', {
      email: fields.email,
      name: session.name,
      first_name: fields.first,
      last_name: fields.last,
    }),
    toEvent('account_created', {
      account_name: fields.company,
      account_domain: fields.email.split('@')[1] ?? '',
      account_id: session.group,
    }),
  ]);
});

enableButtons();
