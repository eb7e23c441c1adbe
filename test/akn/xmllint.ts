import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SCHEMA } from './documents.ts'

/** What xmllint finds wrong in files by the schema of OASIS; nothing where all are valid. */
export function schemaFaults(
  files: readonly string[],
  schema = SCHEMA,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const args = ['--noout', '--nonet', '--huge', '--schema', schema, ...files]
    execFile('xmllint', args, { maxBuffer: 1 << 28 }, (fault, _out, messages) => {
      if (fault && fault.code === 'ENOENT') reject(new Error('xmllint is not installed'))
      else resolve(messages.split('\n').filter((line) => line !== '' && !/ validates$/.test(line)))
    })
  })
}

/** {@link schemaFaults} of documents that are in memory. */
export async function faultsOf(documents: readonly string[]): Promise<readonly string[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-law-akn-'))
  const files = documents.map((xml, i) => {
    const file = path.join(dir, `${i}.xml`)
    writeFileSync(file, xml)
    return file
  })
  const faults = await schemaFaults(files)
  rmSync(dir, { recursive: true })
  return faults
}
