/** Compares two Word files with Docxodus and prints the time: `node bench/docxodus.ts BASE DRAFT`. */
import { readFileSync } from 'node:fs'
import { docxDiffCompare, initialize } from 'docxodus/core'

const [base, draft] = process.argv.slice(2).map((file) => new Uint8Array(readFileSync(file)))
if (!base || !draft) throw new Error('Name the two files: node bench/docxodus.ts BASE DRAFT')
await initialize()
await docxDiffCompare(base, base)
const start = performance.now()
await docxDiffCompare(base, draft)
console.log(`compared in ${performance.now() - start}`)
