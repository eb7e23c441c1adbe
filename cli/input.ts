import { readFileSync } from 'node:fs'
import { refusedFile } from '#desk/file-kind.ts'
import type { Problem } from '#shared/base/problem.ts'
import { decodeText } from '#shared/read/decode.ts'
import { detectProfile, type ProfileChoice } from '#shared/read/detect.ts'
import { readText } from '#shared/read/read.ts'
import { type Act, actAttrs, isLanguage, unitsOf } from '#shared/schema/act.ts'
import { profilesIn } from '#shared/tradition/profiles.ts'
import { unreadable, wrongUsage } from './refusal.ts'

/** An act read for a command. */
export interface ReadAct {
  readonly act: Act
  readonly source: string
  readonly problems: readonly Problem[]
}

export interface ReadActOptions {
  readonly lang?: string | undefined
  readonly profile?: string | undefined
  /** Opens the ids of this act's units, so that two acts share none. */
  readonly ids?: string
}

/** Reads an act from a file, or from standard input where the name is `-`. */
export function readAct(file: string, options: ReadActOptions): ReadAct {
  const name = file === '-' ? 'standard input' : file
  const source = textOf(name, bytesOf(file))
  const profile = profileChoice(source, options)
  let last = 0
  const newId = () => `${options.ids ?? 'u'}${last++}`
  const { act, problems } = readText(source, { newId, profile })
  if (unitsOf(act).length === 0) throw unreadable(`“${name}” holds no words to read.`)
  return { act, source, problems }
}

/** The two texts of a comparison, read as texts of one act: what the base speaks for, the draft is read as. */
export function readPair(
  baseFile: string,
  draftFile: string,
  { lang, profile }: Pick<ReadActOptions, 'lang' | 'profile'>,
): { readonly base: ReadAct; readonly draft: ReadAct } {
  if (baseFile === '-' && draftFile === '-')
    throw wrongUsage('Only one of BASE and DRAFT can be standard input.')
  const base = readAct(baseFile, { lang, profile, ids: 'a' })
  const own = actAttrs(base.act)
  const like = { lang: lang ?? own.language, profile: profile ?? own.profile }
  return { base, draft: readAct(draftFile, { ...like, ids: 'b' }) }
}

/** Markup that opens with neither the signature nor the extension the desk knows. */
const MARKUP = /^\s*<(?:!doctype|html|\?xml|akomantoso)[\s>]/i

function textOf(name: string, bytes: Uint8Array): string {
  const refused = refusedFile(name, bytes)
  if (refused) throw unreadable(refused.message)
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw unreadable(`“${name}”: ${decoded.problem.message}`)
  if (MARKUP.test(decoded.value.slice(0, 1000)))
    throw unreadable(
      `“${name}” is markup, and Bapta reads plain text (.txt). Save the text of the act as plain text.`,
    )
  return decoded.value
}

/** Descriptor of standard input. */
const STDIN = 0

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? STDIN : file)
  } catch (fault) {
    throw unreadable(`“${file}” cannot be read: ${reasonOf(fault)}`)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the name and the folder.',
  EISDIR: 'it is a folder. Name a file in it.',
  EACCES: 'you may not read or write it. Ask its owner, or choose another place.',
  EPERM: 'the system does not allow it. Choose another place.',
  ENOTDIR: 'a part of its path is a file. Check the path.',
  ENOSPC: 'the disk is full. Free some space.',
  EROFS: 'the disk is read-only. Choose another place.',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB. Split it.',
}

export function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const code = 'code' in fault ? String(fault.code) : ''
  return REASONS[code] ?? fault.message
}

function profileChoice(source: string, { lang, profile }: ReadActOptions): ProfileChoice {
  const detected = detectProfile(source)
  if (lang !== undefined && !isLanguage(lang))
    throw wrongUsage(`--lang is ru, kk or en, not “${lang}”.`)
  const language = lang ?? detected.language
  const among = profilesIn(language)
  if (profile !== undefined) {
    const named = among.find(({ id }) => id === profile)
    if (named) return { tradition: named.tradition, profile: named.id, language }
    const ids = among.map(({ id }) => id).join(', ')
    throw wrongUsage(`--profile in ${language} is one of ${ids}, not “${profile}”.`)
  }
  const fits = among.some(
    ({ tradition, id }) => tradition === detected.tradition && id === detected.profile,
  )
  if (fits) return { ...detected, language }
  const nearest = among.find(({ tradition }) => tradition === detected.tradition) ?? among[0]
  return { tradition: nearest?.tradition ?? 'plain', profile: nearest?.id ?? 'act', language }
}
