// The SQL page: runs what stands in the editor, shows it, keeps it in the address.
import { csv, filled, phrases, save as saved } from './common.js'
import { isPossible, Opener, reason } from './engine.js'
import { grid } from './grid.js'

const SHOWN = 500
const form = document.querySelector('#editor')
const say = phrases()
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
    if (mine === turn) tell(reason(error, say), true)
  } finally {
    if (mine === turn) rest()
  }
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
save.addEventListener('click', () => saved(csv([answer.columns, ...answer.rows]), 'dokpamo-query.csv'))

const asked = new URLSearchParams(location.search)
if (asked.has('day')) day.value = asked.get('day')
if (asked.has('day') && !day.value) tell(filled(say.no_day, { day: asked.get('day') }), true)
if (asked.has('q')) {
  query.value = asked.get('q')
  tell(say.waiting)
}
