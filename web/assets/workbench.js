// Islands over pages that are complete without them: claims light up their words, keys move,
// lists filter as one types. Nothing here fetches or changes what a page says.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function light(telling, on) {
  const { report, from, to } = telling.dataset;
  const text = document.querySelector(`.report-text[data-report="${report}"]`);
  if (!text) return;
  for (const segment of all('[data-from]', text)) {
    const inside =
      Number(segment.dataset.from) >= Number(from) && Number(segment.dataset.to) <= Number(to);
    if (inside) segment.classList.toggle('lit-words', on);
  }
}

const items = all('.claim, .proposal');
for (const item of items) {
  const set = (on) => {
    item.classList.toggle('lit', on);
    for (const telling of all('.telling', item)) light(telling, on);
  };
  item.addEventListener('pointerenter', () => set(true));
  item.addEventListener('pointerleave', () => set(false));
  item.addEventListener('focusin', () => set(true));
  item.addEventListener('focusout', () => set(false));
}

for (const field of all('[data-filter]')) {
  field.closest('.typing').hidden = false;
  const rows = all(`#${field.dataset.filter} tbody tr`);
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
}

const keys = [
  ['j', 'next claim or proposal'],
  ['k', 'the one before'],
  ['s', 'to its words in the report'],
  ['e', 'open or close the reasons'],
  ['a', 'accept the proposal in focus'],
  ['r', 'to the reason for rejecting it'],
  ['/', 'search'],
  ['?', 'these keys'],
];

let at = -1;
function move(step) {
  if (items.length === 0) return;
  at = Math.min(items.length - 1, Math.max(0, at + step));
  items[at].focus();
  items[at].scrollIntoView({ block: 'nearest' });
}

function showKeys() {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', 'Keys');
  const rows = keys.map(
    ([key, what]) => `<tr><th scope="row"><kbd>${key}</kbd></th><td>${what}</td></tr>`,
  );
  dialog.innerHTML = `<table><tbody>${rows.join('')}</tbody></table><form method="dialog"><button>Close</button></form>`;
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  s: () => document.activeElement.closest('.claim')?.querySelector('.telling')?.click(),
  e: () => {
    for (const details of all('.duties details')) details.open = !details.open;
  },
  a: () => document.activeElement.closest('.proposal')?.querySelector('[value="accept"]')?.click(),
  r: () => document.activeElement.closest('.proposal')?.querySelector('[name="why"]')?.focus(),
  '/': () => document.querySelector('#search').focus(),
  '?': showKeys,
};

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, select, textarea, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

for (const button of all('[data-keys]')) {
  button.hidden = false;
  button.addEventListener('click', showKeys);
}
