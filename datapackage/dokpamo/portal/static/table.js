// Tables that can be sorted, filtered and cut to some columns; the address keeps it, and the download is what is seen.
import { csv, filled, phrases, save } from './common.js'

const tools = document.querySelector('#tools')
const say = phrases()
const table = document.querySelector('#rows table, section[aria-labelledby=rows] table')
const body = table.tBodies[0]
const heads = [...table.tHead.rows[0].cells]
const names = heads.map((head) => head.dataset.column)
const isNumber = heads.map((_, at) => table.classList.contains(`n${at + 1}`))
const FACET = 12
let rows = [...body.rows]
let complete = Number(tools.dataset.pages) === 1
let state = read()

/** What a cell says, a line a part; innerText would say the same, but have the browser set the whole table first. */
const lines = (cell) => [...cell.childNodes].map((part) => (part.nodeName === 'BR' ? '\n' : part.textContent)).join('').trim()
const textOf = (row, at) => lines(row.cells[at])
const isPlain = () => !state.sort && !state.q && !Object.keys(state.facets).length && !state.hide.length

function read() {
  const given = new URLSearchParams(location.search)
  const facets = {}
  for (const [key, value] of given) if (names.includes(key.slice(2)) && key.startsWith('f.')) facets[key.slice(2)] = value
  const sort = given.get('sort') ?? ''
  const hide = (given.get('hide') ?? '').split(',').filter((name) => names.includes(name))
  return { sort: names.includes(sort.replace(/^-/, '')) ? sort : '', q: given.get('q') ?? '', facets, hide }
}

function keep() {
  const address = new URL(location)
  const pairs = Object.entries(state.facets).map(([name, value]) => [`f.${name}`, value])
  if (state.q) pairs.unshift(['q', state.q])
  if (state.sort) pairs.unshift(['sort', state.sort])
  if (state.hide.length) pairs.push(['hide', state.hide.join(',')])
  address.search = new URLSearchParams(pairs)
  history.replaceState(null, '', address)
}

/** A long table goes on on further pages: their rows are fetched before the whole is sorted or filtered. */
async function whole() {
  if (complete) return
  status(say.fetching)
  const here = Number(tools.dataset.page)
  const base = new URL(here === 1 ? './' : '../', location.href.split(/[?#]/)[0])
  const parts = []
  for (let page = 1; page <= Number(tools.dataset.pages); page++) {
    if (page === here) {
      parts.push(...rows)
      continue
    }
    const answer = await fetch(new URL(page === 1 ? './' : `${page}/`, base))
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
    const other = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const found = other.querySelector('section[aria-labelledby=rows] table').tBodies[0]
    for (const link of found.querySelectorAll('a')) link.href = new URL(link.getAttribute('href'), answer.url)
    parts.push(...[...found.rows].map((row) => document.adoptNode(row)))
  }
  rows = parts
  complete = true
  for (const nav of document.querySelectorAll('.turns')) nav.hidden = true
}

function shown() {
  const words = state.q.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const facets = Object.entries(state.facets).map(([name, value]) => [names.indexOf(name), value])
  const found = rows.filter(
    (row) =>
      facets.every(([at, value]) => textOf(row, at) === value) &&
      words.every((word) => row.textContent.toLocaleLowerCase().includes(word)),
  )
  return state.sort ? sorted(found) : found
}

function sorted(found) {
  const at = names.indexOf(state.sort.replace(/^-/, ''))
  const turn = state.sort.startsWith('-') ? -1 : 1
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare
  const value = (text) => (isNumber[at] ? Number(text.replaceAll(',', '')) : text)
  const pairs = found.map((row) => [value(textOf(row, at)), textOf(row, at) === '', row])
  const order = (a, b) => (isNumber[at] ? a - b : compare(a, b))
  // what is not known stands last, whichever way
  pairs.sort((a, b) => a[1] - b[1] || turn * order(a[0], b[0]))
  return pairs.map(([, , row]) => row)
}

async function draw() {
  keep()
  try {
    if (!isPlain()) await whole()
  } catch (error) {
    return status(filled(say.lost, { error: error.message }))
  }
  body.replaceChildren()
  for (const row of rows) row.hidden = false
  const found = shown()
  body.append(...found)
  heads.forEach((head, at) => {
    const [isHidden, name] = [state.hide.includes(names[at]), names[at]]
    for (const row of [table.tHead.rows[0], ...rows]) row.cells[at].hidden = isHidden
    const order = { [name]: 'ascending', [`-${name}`]: 'descending' }[state.sort]
    if (order) head.setAttribute('aria-sort', order)
    else head.removeAttribute('aria-sort')
  })
  facets()
  status(isPlain() ? '' : filled(say.seen, { seen: found.length.toLocaleString('en'), rows: rows.length.toLocaleString('en') }))
}

function status(text) {
  tools.querySelector('#seen').textContent = text
}

/** The choices of each column, made when a reader wants to see them. */
function facets() {
  const place = tools.querySelector('#facets')
  if (!place.closest('details').open) return
  place.replaceChildren()
  heads.forEach((head, at) => {
    const values = [...new Set(rows.map((row) => textOf(row, at)))].filter(Boolean).sort()
    const name = names[at]
    if ((values.length < 2 || values.length > FACET || isNumber[at]) && !state.facets[name]) return
    if (state.facets[name] && !values.includes(state.facets[name])) values.unshift(state.facets[name])
    const label = element('label', title(head))
    const choice = document.createElement('select')
    choice.append(new Option(say.all, ''), ...values.map((value) => new Option(value, value)))
    choice.value = state.facets[name] ?? ''
    choice.addEventListener('change', () => {
      if (choice.value) state.facets[name] = choice.value
      else delete state.facets[name]
      draw().then(() => tools.querySelector(`[data-facet="${name}"]`)?.focus())
    })
    choice.dataset.facet = name
    label.append(' ', choice)
    place.append(label)
  })
}

const title = (head) => head.dataset.title
function element(kind, text) {
  const made = document.createElement(kind)
  made.textContent = text
  return made
}

function heading(head, at) {
  head.dataset.title = lines(head)
  const button = element('button', head.dataset.title)
  button.type = 'button'
  button.className = 'sort'
  button.addEventListener('click', () => {
    state.sort = { '': names[at], [names[at]]: `-${names[at]}` }[state.sort.replace(/^-/, '') === names[at] ? state.sort : ''] ?? ''
    draw()
  })
  head.replaceChildren(button)
}

function columns() {
  const place = tools.querySelector('#columns')
  heads.forEach((head, at) => {
    const [label, box] = [document.createElement('label'), document.createElement('input')]
    box.type = 'checkbox'
    box.checked = !state.hide.includes(names[at])
    box.addEventListener('change', () => {
      state.hide = box.checked ? state.hide.filter((name) => name !== names[at]) : [...state.hide, names[at]]
      draw()
    })
    label.append(box, ` ${title(head)}`)
    place.append(label)
  })
}

/** What is seen, for a spreadsheet: the columns, rows and order of the page. */
function seen() {
  const kept = heads.map((_, at) => at).filter((at) => !state.hide.includes(names[at]))
  const rows = [...body.rows].map((row) => kept.map((at) => textOf(row, at).replaceAll('\n', ';')))
  return '\ufeff' + csv([kept.map((at) => title(heads[at])), ...rows], '\r\n')
}

if (table) {
  heads.forEach(heading)
  columns()
  const search = tools.querySelector('#find')
  search.value = state.q
  let wait
  search.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(() => {
      state.q = search.value.trim()
      draw()
    }, 200)
  })
  tools.querySelector('#save').addEventListener('click', () => save(seen(), `${table.dataset.table}-${say.as_seen}.csv`))
  tools.querySelector('#clear').addEventListener('click', () => {
    state = { sort: '', q: '', facets: {}, hide: [] }
    search.value = ''
    for (const box of tools.querySelectorAll('#columns input')) box.checked = true
    draw()
  })
  tools.querySelector('#facets').closest('details').addEventListener('toggle', facets)
  tools.hidden = false
  if (!isPlain()) draw()
}
