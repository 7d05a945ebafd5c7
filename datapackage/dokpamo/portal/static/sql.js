// The SQL page: runs what stands in the editor, shows it, keeps it in the address.
import { csv, filled, isPossible, Opener } from './engine.js'
import { grid } from './grid.js'

const SHOWN = 500
const form = document.querySelector('#editor')
const say = JSON.parse(document.querySelector('#says').textContent)
const [query, day] = [form.elements.query, form.elements.day]
const [run, stop, save, bar] = ['#run', '#stop', '#save', '#load'].map((name) => form.querySelector(name))
const [status, result] = ['#status', '#result'].map((name) => document.querySelector(name))
const opener = new Opener(bar, (share) => tell(filled(say.loading, { share })))
let answer = null
let turn = 0

function tell(text, isError = false) {
  status.textContent = text
  status.className = isError ? 'wrong' : ''
}

async function ask() {
  const mine = ++turn
  const address = new URL(location)
  address.search = new URLSearchParams(day.value ? { q: query.value, day: day.value } : { q: query.value })
  history.replaceState(null, '', address)
  if (!isPossible()) return tell(say.impossible, true)
  run.disabled = true
  stop.hidden = false
  save.hidden = true
  result.replaceChildren()
  tell(say.running)
  try {
    const db = await opener.open()
    const began = performance.now()
    await db.run(day.value ? `SET VARIABLE as_of = DATE '${day.value}'` : 'RESET VARIABLE as_of')
    const found = await db.run(query.value)
    if (mine !== turn) return
    answer = found
    show(found, Math.round(performance.now() - began))
  } catch (error) {
    if (mine === turn) tell(reason(error.message), true)
  } finally {
    if (mine === turn) rest()
  }
}

function reason(message) {
  if (message === 'worker' || /^dokpamo\.duckdb: /.test(message)) return say.unloaded
  const [, name] = message.match(/required extension '(\w+)'/) ?? []
  return name ? filled(say.extension, { name }) : message
}

function rest() {
  run.disabled = false
  stop.hidden = true
}

function show(found, took) {
  const count = found.rows.length.toLocaleString('en')
  tell(filled(found.rows.length === 1 ? say.done_one : say.done, { rows: count, took }))
  if (!found.columns.length) return
  const caption = found.rows.length > SHOWN ? filled(say.first, { shown: SHOWN, rows: count }) : say.result
  result.replaceChildren(grid(found, say.result, caption, SHOWN))
  save.hidden = false
}

form.hidden = false
form.addEventListener('submit', (event) => {
  event.preventDefault()
  ask()
})
query.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    if (!run.disabled) ask()
  }
})
stop.addEventListener('click', () => {
  turn++
  opener.stop()
  rest()
  tell(say.stopped)
})
save.addEventListener('click', () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv(answer)], { type: 'text/csv;charset=utf-8' }))
  link.download = 'dokpamo-query.csv'
  link.click()
  URL.revokeObjectURL(link.href)
})

const asked = new URLSearchParams(location.search)
if (asked.has('day')) day.value = asked.get('day')
if (asked.has('day') && !day.value) tell(filled(say.no_day, { day: asked.get('day') }), true)
if (asked.has('q')) {
  query.value = asked.get('q')
  tell(say.waiting)
}
