import { strToU8, type Zippable, zipSync } from 'fflate'
import { toHexString } from 'lib0/buffer'
import { digest as sha256 } from 'lib0/hash/sha256'

/** One document as one file, or why there is none. */
export type PackedFile = {
  /** Of the document. */
  readonly title: string
  readonly form: string
  readonly format: string
} & ({ readonly name: string; readonly bytes: Uint8Array } | { readonly problem: string })

/** Names every file of a package with its SHA-256 in hexadecimal, and what could not be written with the reason. */
const MANIFEST = 'manifest.json'

/** Formats that are deflated already. */
const PACKED = new Set(['docx', 'pdf', 'zip', 'bapta'])

/**
 * Exported files as one zip with a manifest. `at` is the time that its entries bear, in milliseconds
 * since the epoch. Files of one name are told apart by a number.
 */
export function packageOf(files: readonly PackedFile[], at: number): Uint8Array {
  const taken = new Set([MANIFEST])
  const entries: Zippable = {}
  const listed = files.map((file) => {
    const { title, form, format } = file
    if ('problem' in file) return { title, form, format, problem: file.problem }
    const name = freeName(file.name, taken)
    taken.add(name)
    entries[name] = [file.bytes, { level: PACKED.has(format) ? 0 : 6 }]
    return { title, form, format, name, sha256: toHexString(sha256(file.bytes)) }
  })
  const manifest = strToU8(`${JSON.stringify({ files: listed }, null, 2)}\n`)
  return zipSync({ [MANIFEST]: manifest, ...entries }, { mtime: at })
}

/** `Law.docx`, `Law 2.docx`; file systems that know no case are respected. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const used = new Set([...taken].map((one) => one.toLowerCase()))
  const dot = name.lastIndexOf('.')
  let free = name
  for (let n = 2; used.has(free.toLowerCase()); n++) {
    free = `${name.slice(0, dot)} ${n}${name.slice(dot)}`
  }
  return free
}
