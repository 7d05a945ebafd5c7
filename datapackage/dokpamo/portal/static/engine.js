// DuckDB in the browser on the release's own database: the same tables, views and as-of day as everywhere.
// Nothing is loaded before `start`; everything comes from this site.
import { filled } from './common.js'

const root = new URL('./', import.meta.url)
const QUERY = /^\s*(FROM|SELECT|WITH|VALUES|TABLE|PIVOT|UNPIVOT|SHOW|DESCRIBE|SUMMARIZE)\b/i

export const isPossible = () => typeof WebAssembly === 'object' && typeof Worker === 'function'

/** Loads engine and database; `tell` hears how many bytes of the engine have come. */
export async function start(tell) {
  const duckdb = await import(new URL('engine/duckdb.js', root))
  const worker = new Worker(new URL('engine/duckdb-browser-eh.worker.js', root))
  const ended = new Promise((_, fail) => worker.addEventListener('error', () => fail(new Error('worker'))))
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker)
  const engine = new URL('engine/duckdb-eh.wasm', root).href
  await Promise.race([db.instantiate(engine, null, (seen) => tell(seen.bytesLoaded)), ended])
  const file = await fetch(new URL('dokpamo.duckdb', root))
  if (!file.ok) throw new Error(`dokpamo.duckdb: ${file.status}`)
  await db.registerFileBuffer('dokpamo.duckdb', new Uint8Array(await file.arrayBuffer()))
  await db.open({ path: 'dokpamo.duckdb', accessMode: duckdb.DuckDBAccessMode.READ_ONLY })
  const con = await db.connect()
  // an extension that is missing is asked for here, not at a third party's
  await con.query(`SET custom_extension_repository = '${new URL('engine', root).href}'`)
  return new Database(worker, con)
}

/** Opens the database once, when it is first asked for, and shows on a progress bar how far that has come. */
export class Opener {
  constructor(bar, tell) {
    this.bar = bar
    this.tell = tell
  }

  open() {
    if (!this.database) {
      this.bar.hidden = false
      this.database = start((bytes) => {
        this.bar.value = Math.min(bytes, this.bar.max)
        this.tell(Math.round((100 * this.bar.value) / this.bar.max))
      }).finally(() => (this.bar.hidden = true))
      this.database.catch(() => this.forget())
    }
    return this.database
  }

  /** Ends whatever runs; the next `open` begins anew. */
  stop() {
    this.database?.then((db) => db.stop(), () => {})
    this.forget()
  }

  forget() {
    this.database = null
  }
}

/** What to tell of an error: that the engine did not come, that an extension is missing, or DuckDB's own words. */
export function reason({ message }, say) {
  if (message === 'worker' || /^dokpamo\.duckdb: /.test(message)) return say.unloaded
  const [, name] = message.match(/required extension '(\w+)'/) ?? []
  return name && say.extension ? filled(say.extension, { name }) : message
}

class Database {
  constructor(worker, con) {
    this.worker = worker
    this.con = con
  }

  /** Runs statements; returns columns, types and rows of the last one, every value as DuckDB writes it. */
  async run(text) {
    const all = statements(text)
    if (!all.length) return { columns: [], types: [], rows: [] }
    const last = all.pop()
    for (const one of all) await this.con.query(one)
    if (!QUERY.test(bare(last))) {
      await this.con.query(last)
      return { columns: [], types: [], rows: [] }
    }
    await (await this.con.prepare(last)).close() // its errors point into the query as it was written
    const described = rowsOf(await this.con.query(`SELECT column_name, column_type FROM (DESCRIBE (\n${last}\n))`))
    const told = await this.con.query(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (\n${last}\n)`)
    return { columns: described.map((one) => one[0]), types: described.map((one) => one[1]), rows: rowsOf(told) }
  }

  /** Ends whatever runs; the database is gone with it. */
  stop() {
    this.worker.terminate()
  }
}

function rowsOf(table) {
  const columns = table.schema.fields.map((_, at) => table.getChildAt(at))
  return Array.from({ length: table.numRows }, (_, row) => columns.map((column) => column.get(row)))
}

const PART = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\$[\s\S]*?\$\$|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'"$\-/;]+|[\s\S]/g

/** Splits text at the semicolons that are not inside quotes or comments. */
export function statements(text) {
  const found = ['']
  for (const [part] of text.matchAll(PART)) {
    if (part === ';') found.push('')
    else found[found.length - 1] += part
  }
  return found.filter((one) => bare(one).trim())
}

function bare(text) {
  return text.replace(/^(\s|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/)+/, '')
}
