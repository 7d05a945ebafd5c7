// A result as a table in a region of its own; every value is text, never markup.
/** Returns the region; `call` names it, `caption` stands above the rows, of which at most `most` are shown. */
export function grid({ columns, types, rows }, call, caption, most = Infinity) {
  const table = document.createElement('table')
  table.createCaption().textContent = caption
  const head = table.createTHead().insertRow()
  const looks = types.map((type) => (/INT|DOUBLE|DECIMAL|FLOAT/.test(type) ? 'n' : type === 'DATE' ? 'd' : ''))
  columns.forEach((name, at) => {
    const cell = document.createElement('th')
    Object.assign(cell, { scope: 'col', textContent: name, className: looks[at] })
    head.append(cell)
  })
  const body = table.createTBody()
  for (const row of rows.slice(0, most)) {
    const line = body.insertRow()
    row.forEach((value, at) => Object.assign(line.insertCell(), { textContent: value ?? '', className: looks[at] }))
  }
  const region = document.createElement('div')
  Object.assign(region, { className: 'scroll', tabIndex: 0 })
  region.setAttribute('role', 'region')
  region.setAttribute('aria-label', call)
  region.append(table)
  return region
}
