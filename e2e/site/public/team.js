import {enableButtons, thriveStack, toEvent} from './workspace.js';

const colleagues = [
  'Ines',
  'Tomás',
  'Yuki',
  'Björn',
  'Chidi',
  'Noor',
  'Léa',
  'Marek',
  'Aroha',
  'Dewi',
  'Siân',
  'Kofi',
];

document.querySelector('#invite-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const {first, last, email, role} = Object.fromEntries(new FormData(event.target));
  thriveStack.track([toInvitation({first, last, email, role})]);
});

document.querySelector('#invite-everyone').addEventListener('click', () => {
  thriveStack.track(
    colleagues.map((first, index) =>
      toInvitation({first, last: 'Frank', email: `colleague-${index + 1}@acme.example`, role: 'Developer'}),
    ),
  );
});

// Waits in the script's own queue: for ten clicks, or two seconds.
document.querySelector('#use-feature').addEventListener('click', () => {
  thriveStack.capture('feature_used', {
    feature_name: 'kanban_board',
    feature_type: 'core',
    user_role: 'Developer',
  });
});

enableButtons();

function toInvitation({first, last, email, role}) {
  return toEvent('invite_sent', {
    invitee_email: email,
    invitee_first_name: first,
    invitee_last_name: last,
    invitee_role: role,
    feature_name: 'TEAM_PAGE',
  });
}
