/** Speed of reading Word files beside pandoc on the same files in the same run: seconds, and bytes of document a second. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readDocx } from '../shared/read/docx/read-docx.ts'

const MB = 1_000_000
const CORPUS = '../shared/corpora/docx'
const FILES = ['uk-associated/uksicop_20160518_en.docx', 'uk-lawmaker/wsi_blank-lines-en.docx']

for (const name of FILES) {
  const bytes = readFileSync(`${CORPUS}/${name}`)
  compare(name, bytes)
}
const second = readFileSync(`${CORPUS}/${FILES[1]}`)
const once = compare('the second, once', second)
const tenfold = compare('the second, ten times over', repeated(second, 10))
console.log(`ten times the text takes ${(tenfold / once).toFixed(1)} times as long`)

/** Best of three: other work on the machine only adds. Gives our seconds. */
function compare(name: string, bytes: Uint8Array): number {
  const document = unzipSync(bytes)['word/document.xml']?.length ?? 0
  const ours = best(() => {
    let id = 0
    readDocx(bytes, { newId: () => String(id++) })
  })
  const pandoc = best(() =>
    execFileSync('pandoc', ['--from=docx', '--to=json'], { input: bytes, maxBuffer: 1 << 30 }),
  )
  console.log(
    `${name}: ${(document / MB).toFixed(1)} MB, ours ${ours.toFixed(2)} s (${(document / MB / ours).toFixed(1)} MB/s), pandoc ${pandoc.toFixed(2)} s`,
  )
  return ours
}

function best(work: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times) / 1000
}

/** The same document with its body repeated. */
function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const parts = unzipSync(bytes)
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const start = document.indexOf('<w:body>') + '<w:body>'.length
  const end = document.lastIndexOf('<w:sectPr')
  const body = document.slice(start, end).repeat(times)
  parts['word/document.xml'] = strToU8(document.slice(0, start) + body + document.slice(end))
  return zipSync(parts)
}
