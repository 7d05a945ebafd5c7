// Search by any name, in hangul or latin letters: the index is fetched when somebody begins to type.
import { filled, phrases } from './common.js'

const place = document.querySelector('#search')
const say = phrases()
const lang = document.documentElement.lang
const SHOWN = 40
let index = null

const plain = (text) => text.normalize('NFKC').toLocaleLowerCase().replace(/[\s._·-]+/g, '')

async function load() {
  const answer = await fetch(place.dataset.index)
  if (!answer.ok) throw new Error(answer.status)
  const { kinds, rows } = await answer.json()
  return rows.map(([table, id, ko, en, others, address]) => ({
    kind: kinds[table]?.[lang] ?? say.data,
    name: lang === 'ko' ? ko : en,
    names: [id, ko, en, ...others],
    keys: [lang === 'ko' ? ko : en, lang === 'ko' ? en : ko, id, ...others].map(plain),
    address,
  }))
}

/** How near a row is: the whole name, its beginning, some part of it; Infinity where nothing fits. */
function distance(row, asked) {
  const near = row.keys.map((key) => (key === asked ? 0 : key.startsWith(asked) ? 1 : key.includes(asked) ? 2 : Infinity))
  const best = Math.min(...near)
  return best * 10 + near.indexOf(best) / 10
}

async function find(text) {
  const address = new URL(location)
  address.search = text ? new URLSearchParams({ q: text }) : ''
  history.replaceState(null, '', address)
  const asked = plain(text)
  list.replaceChildren()
  if (!asked) return tell('')
  try {
    index ??= load()
    const found = (await index)
      .map((row) => [distance(row, asked), row])
      .filter(([far]) => far < Infinity)
      .sort((a, b) => a[0] - b[0] || a[1].name.localeCompare(b[1].name, lang))
    if (plain(input.value) !== asked) return
    tell(found.length ? filled(found.length === 1 ? say.found_one : say.found, { count: found.length }) : filled(say.none, { text }))
    list.append(...found.slice(0, SHOWN).map(([, row]) => item(row, asked)))
  } catch {
    index = null
    tell(say.lost)
  }
}

function item(row, asked) {
  const [made, link, more] = ['li', 'a', 'span'].map((kind) => document.createElement(kind))
  link.href = place.dataset.root + row.address
  link.textContent = row.name
  const other = row.names.find((name) => name !== row.name && plain(name).includes(asked))
  more.textContent = [row.kind, other].filter(Boolean).join(' · ')
  made.append(link, ' ', more)
  return made
}

const [form, label, input, status, list] = ['form', 'label', 'input', 'p', 'ul'].map((kind) => document.createElement(kind))
form.role = 'search'
input.type = 'search'
input.id = 'q'
input.autocomplete = 'off'
label.htmlFor = 'q'
label.textContent = say.label
status.setAttribute('role', 'status')
status.className = 'note'
list.className = 'entities small'
const tell = (text) => (status.textContent = text)
form.append(label, ' ', input)
place.append(form, status, list)
form.addEventListener('submit', (event) => event.preventDefault())
let wait
input.addEventListener('input', () => {
  clearTimeout(wait)
  wait = setTimeout(() => find(input.value), 120)
})
input.value = new URLSearchParams(location.search).get('q') ?? ''
if (input.value) find(input.value)
