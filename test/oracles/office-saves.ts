import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** A Word file as LibreOffice saves it again. */
export async function savedByOffice(file: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bapta-saves-'))
  const [from, saved] = [path.join(folder, 'said.docx'), path.join(folder, 'saved')]
  await writeFile(from, file)
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  const convert = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved]
  await promisify(execFile)('soffice', ['--headless', '--norestore', profile, ...convert, from])
  const bytes = await readFile(path.join(saved, 'said.docx'))
  await rm(folder, { recursive: true })
  return new Uint8Array(bytes)
}
