// What several scripts share: phrases, CSV, and a file for the reader.

/** The phrases that the page brings for its script. */
export const phrases = () => JSON.parse(document.querySelector('#says').textContent)

/** A phrase with its places filled. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

/** Rows as CSV, quoted where they must be. */
export function csv(rows, end = '\n') {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map((value) => cell(value ?? '')).join(',') + end).join('')
}

/** Gives the reader a text as a file. */
export function save(text, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
