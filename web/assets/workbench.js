// Islands over pages that are complete without them: claims and their words light up each other,
// keys move, lists filter as one types, a slider moves the year. Nothing leaves this machine.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/* Claims, findings and proposals light up the words they rest on, and words their findings. */

function segmentsOf({ report, from, to }) {
  const text = document.querySelector(`.report-text[data-report="${CSS.escape(report)}"]`);
  if (!text) return [];
  return all('[data-from]', text).filter(
    (segment) =>
      Number(segment.dataset.from) >= Number(from) && Number(segment.dataset.to) <= Number(to),
  );
}

const attributed = (index, root) =>
  all(`[data-a~="${index}"]`, root).filter((segment) => {
    const inner = segment.dataset.a.split(' ').at(-1);
    return inner === index || segment.classList.contains('content');
  });

function wordsOf(item) {
  const { attribution } = item.dataset;
  if (attribution !== undefined) return attributed(attribution, document);
  return all('.to-words[data-report]', item).flatMap((link) => segmentsOf(link.dataset));
}

const items = all('.claim, .finding, .proposal, .duty');
const itemsOver = new Map();
for (const item of items) {
  const words = wordsOf(item);
  for (const segment of words) itemsOver.set(segment, [...(itemsOver.get(segment) ?? []), item]);
  const set = (on) => {
    item.classList.toggle('lit', on);
    for (const segment of words) segment.classList.toggle('lit-words', on);
  };
  item.addEventListener('pointerenter', () => set(true));
  item.addEventListener('pointerleave', () => set(false));
  item.addEventListener('focusin', () => set(true));
  item.addEventListener('focusout', () => set(false));
}

/* Words say who speaks, why, and how sure that is. The title does so without scripts. */

const note = document.createElement('p');
note.className = 'note';
note.setAttribute('role', 'tooltip');
note.id = 'note';
note.hidden = true;

function explain(segment, on) {
  const index = segment.dataset.a?.split(' ').at(-1);
  const text = segment.closest('.report-text');
  const words = index === undefined ? [] : attributed(index, text);
  for (const item of itemsOver.get(segment) ?? []) item.classList.toggle('lit', on);
  for (const other of words) other.classList.toggle('lit-words', on);
  note.hidden = !on || segment.dataset.explained === undefined;
  if (note.hidden) return;
  note.textContent = segment.dataset.explained;
  const box = segment.getClientRects()[0];
  const left = Math.min(box.left, document.documentElement.clientWidth - note.offsetWidth - 8);
  note.style.left = `${Math.max(8, left) + scrollX}px`;
  note.style.top = `${segment.getBoundingClientRect().bottom + scrollY + 4}px`;
}

for (const text of all('.report-text')) {
  for (const segment of all('[title]', text)) {
    segment.dataset.explained = segment.title;
    segment.removeAttribute('title');
    if (segment.tagName === 'A')
      segment.setAttribute('aria-description', segment.dataset.explained);
  }
  const over = (event, on) => {
    const segment = event.target.closest('[data-from]');
    if (segment) explain(segment, on);
  };
  text.addEventListener('pointerover', (event) => over(event, true));
  text.addEventListener('pointerout', (event) => over(event, false));
  text.addEventListener('focusin', (event) => over(event, true));
  text.addEventListener('focusout', (event) => over(event, false));
}
if (document.querySelector('.report-text')) document.body.append(note);

/* What only works with scripts shows only with them. */
for (const part of all('.typing, [data-keys]')) part.hidden = false;

for (const field of all('[data-filter]')) {
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const row of all(`#${field.dataset.filter} tbody tr`)) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
}

/* Files may be dropped anywhere on the page that takes them. */
for (const field of all('input[type="file"]')) {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) field.files = event.dataTransfer.files;
  });
}

/* The slider asks for the same page on another day and puts it in place; the address follows. */
for (const slider of all('[data-years]')) watchSlider(slider);

function watchSlider(slider) {
  const { form } = slider;
  let asked = 0;
  slider.addEventListener('input', async () => {
    slider.parentElement.querySelector('output').textContent = slider.value;
    const field = form.elements.on;
    const date = field.value.slice(4) === '-02-29' ? '-02-28' : field.value.slice(4) || '-01-01';
    field.value = `${slider.value}${date}`;
    const query = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...query]) if (value === '') query.delete(name);
    const address = `${form.getAttribute('action')}?${query}`;
    const number = ++asked;
    const answer = await fetch(address);
    if (!answer.ok || number !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (number !== asked) return;
    history.replaceState(null, '', address);
    renew(form, page);
  });
}

/** Everything in the page's body but the form itself, so that the slider keeps its focus. */
function renew(form, page) {
  const [main, fresh] = [document.querySelector('main'), page.querySelector('main')];
  for (const child of [...main.children]) if (child !== form) child.remove();
  const same = fresh.querySelector(`form.${form.className}`);
  let before = true;
  for (const child of [...fresh.children]) {
    if (child === same) before = false;
    else if (before) form.before(child);
    else main.append(child);
  }
  document.title = page.title;
}

/* Keys */

const keys = [
  ['j', 'next claim, finding, duty or proposal'],
  ['k', 'the one before'],
  ['s', 'to its words in the report'],
  ['e', 'open or close its reasons; in a review, write the reason'],
  ['a', 'accept the proposal'],
  ['r', 'reject the proposal: asks for the reason first'],
  ['space', 'evidence of the proposal'],
  ['u', 'undo the last decision that stands'],
  ['/', 'search'],
  ['?', 'these keys'],
];

const current = () => document.activeElement.closest('.claim, .finding, .proposal, .duty');

function move(step) {
  const shown = items.filter((item) => item.isConnected && item.checkVisibility());
  if (shown.length === 0) return;
  const at = shown.indexOf(current());
  const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function reason(item) {
  const field = item?.querySelector('[name="why"]');
  if (field) return field.focus();
  const own = item && all('details', item);
  const folded = own?.length ? own : all('.duty > details');
  const open = !folded[0]?.open;
  for (const details of folded) details.open = open;
}

function reject(item) {
  const field = item?.querySelector('[name="why"]');
  if (!field) return;
  if (field.value.trim() === '') field.focus();
  else item.querySelector('[value="reject"]').click();
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
  s: () => current()?.querySelector('.to-words')?.click(),
  e: () => reason(current()),
  a: () => current()?.querySelector('[value="accept"]')?.click(),
  r: () => reject(current()),
  u: () => document.querySelector('[data-undo]')?.click(),
  ' ': () => current()?.querySelector('.evidence .to-words')?.click(),
  '/': () => document.querySelector('#search').focus(),
  '?': showKeys,
};

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') note.hidden = true;
  const typing = event.target.closest('input:not([type="range"]), select, textarea, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const action = actions[event.key];
  // Space scrolls, and presses what has the focus, but where it shows a proposal's evidence.
  const own = event.key !== ' ' || event.target.matches('.proposal');
  if (!action || !own) return;
  event.preventDefault();
  action();
});

for (const button of all('[data-keys]')) button.addEventListener('click', showKeys);
