import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SaxesParser } from 'saxes'
import { readAkn } from '#shared/akn/read.ts'
import { writeAkn } from '#shared/akn/write.ts'
import { assert } from '#shared/base/assert.ts'
import type { Act } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'

/**
 * Reading and writing Akoma Ntoso beside a plain saxes pass and xmllint over the same text, in megabytes
 * (10^6 UTF-16 units) a second of the processor, which other work on the machine does not take, and the
 * memory that 100 MB take. Reading is to reach 10. `node bench/akn.ts [MB]`.
 */
const size = Number(process.argv[2] ?? 10) * 1_000_000

const article = (n: number) => `
      <article eId="art_${n}">
        <num>Статья ${n}.</num>
        <heading>О порядке исполнения поручений</heading>
        <paragraph eId="art_${n}__para_1">
          <num>1.</num>
          <content><p>Уполномоченный орган в соответствии с <ref href="#art_1">статьёй 1</ref> рассматривает обращение в течение пятнадцати дней и <b>уведомляет</b> заявителя о принятом решении.</p></content>
        </paragraph>
        <paragraph eId="art_${n}__para_2">
          <num>2.</num>
          <intro><p>Решение содержит:</p></intro>
          <point eId="art_${n}__para_2__point_1"><num>1)</num><content><p>основания принятия и ссылку на нормы права;</p></content></point>
          <point eId="art_${n}__para_2__point_2"><num>2)</num><content><p>порядок обжалования.</p></content></point>
        </paragraph>
      </article>`

function documentOf(length: number): string {
  const count = Math.ceil(length / article(1000).length)
  const body = Array.from({ length: count }, (_, i) => article(i + 1)).join('')
  return `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="law"><meta><identification source="#a"><FRBRWork><FRBRcountry value="kz"/></FRBRWork><FRBRExpression><FRBRlanguage language="rus"/></FRBRExpression></identification></meta><body>${body}</body></act></akomaNtoso>`
}

function timed<T>(name: string, work: () => T): T {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  tell(name, (user + system) / 1e6)
  return value
}

function tell(name: string, seconds: number): void {
  const speed = source.length / 1e6 / seconds
  console.log(`${name.padEnd(34)} ${speed.toFixed(1).padStart(6)} MB/s  ${seconds.toFixed(2)} s`)
}

function plainPass(text: string): void {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let elements = 0
  parser.on('opentag', () => elements++)
  for (let at = 0; at < text.length; at += 1 << 18) parser.write(text.slice(at, at + (1 << 18)))
  parser.close()
  assert(elements > 0, 'the pass saw elements')
}

function read(text: string): Act {
  let last = 0
  const result = readAkn(text, { newId: () => `u${last++}` })
  assert(result.ok, 'the document is readable')
  return result.value.act
}

const source = documentOf(size)
console.log(`${(source.length / 1e6).toFixed(1)} MB`)
read(documentOf(500_000))
timed('saxes alone', () => plainPass(source))
const act = timed('read', () => read(source))
const peak = process.memoryUsage()
console.log(
  `memory after reading: ${Math.round(peak.heapUsed / 1e6)} MB heap, ${Math.round(peak.rss / 1e6)} MB resident`,
)
const written = timed('write back, as read', () => writeAkn(act))
assert(written === source, 'what was read is written to the byte')
if (size <= 20_000_000) {
  const stored = schema.nodeFromJSON(JSON.parse(JSON.stringify(act.toJSON())))
  assert(timed('write back, from the library', () => writeAkn(stored)) === source, 'to the byte')
  const own = schema.nodes.act.create({ ...act.attrs, source: null }, act.content)
  const ours = timed('write anew, with references', () => writeAkn(own))
  timed('read our own', () => read(ours))
}
const folder = mkdtempSync(path.join(tmpdir(), 'bapta-akn-'))
const file = path.join(folder, 'act.xml')
writeFileSync(file, source)
const start = performance.now()
execFileSync('xmllint', ['--noout', '--huge', file])
tell('xmllint (parse alone, by the clock)', (performance.now() - start) / 1000)
rmSync(folder, { recursive: true })
