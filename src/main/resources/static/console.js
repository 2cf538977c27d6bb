'use strict';

// Pages that keep themselves up to date rest while nobody looks, while text is being selected or a form is open in them.
let leaving = false;
document.addEventListener('htmx:beforeRequest', (event) => {
  const live = event.detail.elt;
  if (!live.matches('[data-live]')) {
    return;
  }
  const selection = document.getSelection();
  const selecting = selection && !selection.isCollapsed && live.contains(selection.anchorNode);
  const asking = live.querySelector('details.action[open]');
  if (leaving || document.hidden || selecting || asking) {
    event.preventDefault();
  }
});

// The session has ended: the browser is on its way to the login.
document.addEventListener('htmx:afterRequest', (event) => {
  leaving = leaving || event.detail.xhr.status === 401;
});

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    document.querySelectorAll('[data-live]').forEach((live) => htmx.trigger(live, 'wake'));
  }
});

// Says so when the hub is out of reach, and takes it back.
const reachable = (yes) => {
  const notice = document.getElementById('offline');
  if (notice && notice.hidden !== yes) {
    notice.hidden = yes;
  }
};
document.addEventListener('htmx:sendError', () => reachable(false));
document.addEventListener('htmx:afterOnLoad', () => reachable(true));

// Addresses name only the filters that are set.
document.querySelectorAll('form[data-filters]').forEach((form) => {
  form.addEventListener('formdata', (event) => {
    [...event.formData.entries()]
      .filter(([, value]) => value.trim() === '')
      .forEach(([name]) => event.formData.delete(name));
  });
});

// A change asks once; without scripts it is asked nothing and said what happened.
document.addEventListener('submit', (event) => {
  const question = event.submitter && event.submitter.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});
