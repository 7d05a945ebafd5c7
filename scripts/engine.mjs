// The engine of the portal's SQL page, put together in build/engine from what npm installed: run by `./run`.
// DuckDB's own browser build, with Arrow bundled in, for its module imports it by its bare name.
import { buildSync } from 'esbuild'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const from = 'node_modules/@duckdb/duckdb-wasm/dist/'
const to = 'build/engine/'
const names = ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js']

mkdirSync(to, { recursive: true })
buildSync({
  entryPoints: [from + 'duckdb-browser.mjs'],
  bundle: true,
  format: 'esm',
  minify: true,
  legalComments: 'none',
  outfile: to + 'duckdb.js',
})
for (const name of names) copyFileSync(from + name, to + name)
// source maps are not served, and a browser's tools would ask for them in vain
const worker = readFileSync(to + names[1], 'utf8')
writeFileSync(to + names[1], worker.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '\n'))

const sizes = {}
for (const name of ['duckdb.js', ...names]) {
  const content = readFileSync(to + name)
  sizes[name] = { bytes: content.length, compressed: gzipSync(content, { level: 6 }).length }
}
const { version } = JSON.parse(readFileSync('node_modules/@duckdb/duckdb-wasm/package.json'))
writeFileSync(to + 'engine.json', JSON.stringify({ version, files: sizes }, null, 2) + '\n')
