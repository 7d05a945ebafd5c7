// The what-if page: own weights and left-out voices, worked out by the same views as everywhere.
import { filled, phrases } from './common.js'
import { isPossible, Opener, reason } from './engine.js'

const form = document.querySelector('#whatif')
const say = phrases()
const status = document.querySelector('#status')
const [run, bar] = ['#run', '#load'].map((name) => form.querySelector(name))
const [ratios, words] = ['weight', 'voice'].map((name) => [...form.querySelectorAll(`[name=${name}]`)])
const opener = new Opener(bar, (share) => tell(filled(say.loading, { share })))
let turn = 0
let asked = false

function tell(text) {
  status.textContent = text
}

const defaults = ratios.map((one) => one.value)

/** What differs from the editors' choice, as it stands in the address. */
function state() {
  const found = new URLSearchParams()
  ratios.forEach((one, at) => one.value !== defaults[at] && found.append('w', `${one.id.slice(2)}:${one.value}`))
  words.forEach((one) => one.checked || found.append('without', one.value))
  return found
}

function restore() {
  const given = new URLSearchParams(location.search)
  for (const pair of given.getAll('w')) {
    const [name, value] = pair.split(':')
    const one = document.getElementById(`w-${name}`)
    if (!one || !/^\d+(\.\d+)?$/.test(value ?? '')) tell(filled(say.unknown, { word: pair }))
    else one.value = value
  }
  for (const word of given.getAll('without')) {
    const one = words.find((each) => each.value === word)
    if (!one) tell(filled(say.unknown, { word }))
    else one.checked = false
  }
  ratios.forEach(shown)
}

function shown(one) {
  form.querySelector(`output[for=${one.id}]`).textContent = one.value
}

async function count() {
  const mine = ++turn
  const address = new URL(location)
  address.search = state()
  history.replaceState(null, '', address)
  if (!asked) return
  if (!isPossible()) return tell(say.impossible)
  tell(say.running)
  try {
    const db = await opener.open()
    if (mine !== turn) return
    const weights = ratios.map((one) => `'${one.id.slice(2)}': ${Number(one.value)}`).join(', ')
    const without = words.filter((one) => !one.checked).map((one) => `'${one.value}'`).join(', ')
    const { rows } = await db.run(`SET VARIABLE weights = MAP {${weights}};
      SET VARIABLE without = CAST([${without}] AS VARCHAR[]);
      SELECT round_id || '/' || team_id || '/' || axis, round(lower, 2), round(upper, 2), gate
      FROM independence_scores WHERE scheme_id = 'own' AND aggregation = 'arithmetic'`)
    if (mine === turn) show(new Map(rows.map(([key, ...rest]) => [key, rest])))
  } catch (error) {
    if (mine === turn) tell(reason(error, say))
  }
}

function show(found) {
  tell(say.shown)
  for (const line of document.querySelectorAll('tr[data-key]')) {
    const [low, high, gate] = found.get(line.dataset.key) ?? []
    line.querySelector('.own').textContent = low === undefined ? say.nothing : `${fixed(low)}${say.to}${fixed(high)}`
    if (gate) line.querySelector('.gate').textContent = say.gates[gate]
    const band = line.querySelector('.band')
    band.setAttribute('x', 100 * (low ?? 0))
    band.setAttribute('width', Math.max(100 * ((high ?? 0) - (low ?? 0)), low === undefined ? 0 : 0.8))
  }
}

const fixed = (value) => Number(value).toFixed(2)

let wait
form.hidden = false
for (const column of document.querySelectorAll('.when-run')) column.hidden = false
form.addEventListener('input', (event) => {
  if (event.target.name === 'weight') shown(event.target)
  clearTimeout(wait)
  wait = setTimeout(count, 250)
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  asked = true
  run.textContent = say.again
  count()
})
form.addEventListener('reset', () => setTimeout(() => {
  ratios.forEach(shown)
  count()
}))
restore()
