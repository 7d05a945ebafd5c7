// The record as it was known on any day: the day stands in the address, the database sets it as everywhere.
import { filled, phrases } from './common.js'
import { isPossible, Opener, reason } from './engine.js'
import { grid } from './grid.js'

const form = document.querySelector('#asof')
const say = phrases()
const [status, result] = ['#status', '#result'].map((name) => document.querySelector(name))
const opener = new Opener(form.querySelector('#load'), (share) => tell(filled(say.loading, { share })))
const { day } = form.elements
let turn = 0

function tell(text) {
  status.textContent = text
}

async function show() {
  const mine = ++turn
  const address = new URL(location)
  address.search = new URLSearchParams({ day: day.value })
  history.replaceState(null, '', address)
  if (!isPossible()) return tell(say.impossible)
  tell(say.running)
  try {
    const db = await opener.open()
    await db.run(`SET VARIABLE as_of = DATE '${day.value}'`)
    const made = []
    for (const { heading, sql } of say.queries) {
      const title = Object.assign(document.createElement('h2'), { textContent: heading })
      const found = await db.run(sql)
      const labels = found.columns.map((name) => say.labels[name] ?? {})
      found.rows = found.rows.map((row) => row.map((value, at) => labels[at][value] ?? value))
      found.columns = found.columns.map((name) => say.columns[name] ?? name)
      const count = filled(say.rows, { count: found.rows.length })
      made.push(title, grid(found, heading, count))
    }
    if (mine !== turn) return
    result.replaceChildren(...made)
    tell(filled(say.shown, { day: day.value }))
  } catch (error) {
    if (mine === turn) tell(reason(error, say))
  }
}

form.hidden = false
form.addEventListener('submit', (event) => {
  event.preventDefault()
  show()
})
const asked = new URLSearchParams(location.search).get('day')
if (asked !== null) {
  day.value = asked
  const isWithin = day.value && day.value >= day.min && day.value <= day.max
  tell(isWithin ? say.waiting : filled(say.no_day, { day: asked, first: day.min, last: day.max }))
  if (!isWithin) day.value = day.max
}
