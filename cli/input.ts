import { readFileSync } from 'node:fs'
import type { Problem } from '#shared/base/problem.ts'
import { openFile } from '#shared/open/open.ts'
import type { ProfileWish } from '#shared/read/choice.ts'
import { type Act, actAttrs, isLanguage, unitsOf } from '#shared/schema/act.ts'
import type { Looked } from '#shared/schema/citation-check.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { profilesIn, TRADITIONS } from '#shared/tradition/profiles.ts'
import { onBase, remarksOf } from './comments.ts'
import { unreadable, wrongUsage } from './refusal.ts'

/** An act read for a command. */
export interface ReadAct {
  readonly act: Act
  /** The act with the tracked changes of its file accepted; `undefined` where it holds none. */
  readonly draft?: Act | undefined
  /** The law in force that a carried draft is of. */
  readonly base?: Act
  /** Of a carried draft: what was said of its citations. */
  readonly looked?: Looked
  /** The text that the problems point into; empty for a packed file. */
  readonly source: string
  readonly problems: readonly Problem[]
  /** What people said of `act` in the file, and of `draft`. */
  readonly remarks: () => readonly Remark[]
  readonly draftRemarks: () => readonly Remark[]
}

export interface ReadActOptions {
  readonly lang?: string | undefined
  readonly profile?: string | undefined
  /** Opens the ids of this act's units, so that two acts share none. */
  readonly ids?: string
}

/** Reads the first act of a file of any format, or of standard input where the name is `-`. */
export function readAct(file: string, options: ReadActOptions): ReadAct {
  const name = file === '-' ? 'standard input' : file
  let last = 0
  const newId = () => `${options.ids ?? 'u'}${last++}`
  const opened = openFile({ name, bytes: bytesOf(file) }, { newId, wish: wishOf(options) })
  if (!opened.ok) throw unreadable(opened.problem.message)
  const { acts, source = '' } = opened.value
  const [first] = acts
  if (!first || unitsOf(first.act).length === 0)
    throw unreadable(`“${name}” holds no words to read.`)
  knownProfile(options.profile, first.profile.language)
  const { act, draft, problems } = first
  // A carried file is asked for its draft; what it is a draft of stands beside it.
  const isCarried = opened.value.format === 'bapta' && draft !== undefined
  const { looked } = first
  const text = isCarried ? { act: draft, base: act, ...(looked ? { looked } : {}) } : { act }
  const draftRemarks = () => remarksOf(first)
  const isOfBase = draft !== undefined && !isCarried
  const remarks = isOfBase ? () => onBase(draftRemarks(), act) : draftRemarks
  return { ...text, draft, source, problems, remarks, draftRemarks }
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

/** Both texts of a Word file with tracked changes, or of a carried draft. */
export function readTracked(
  file: string,
  options: Pick<ReadActOptions, 'lang' | 'profile'>,
): { readonly base: ReadAct; readonly draft: ReadAct } {
  const base = readAct(file, options)
  if (!base.draft) throw wrongUsage(`DRAFT is missing: “${file}” holds no tracked changes.`)
  const draft = { ...base, act: base.draft, remarks: base.draftRemarks }
  return { base: { ...base, act: base.base ?? base.act }, draft }
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

function wishOf({ lang, profile }: ReadActOptions): ProfileWish {
  if (lang !== undefined && !isLanguage(lang))
    throw wrongUsage(`--lang is ru, kk or en, not “${lang}”.`)
  const ids = new Set(TRADITIONS.flatMap(({ profiles }) => profiles).map(({ id }) => id))
  if (profile !== undefined && !ids.has(profile))
    throw wrongUsage(`--profile is one of ${[...ids].join(', ')}, not “${profile}”.`)
  return { language: lang, profile }
}

/** A profile of another language than that of the text is a wrong wish, not a reason to guess. */
function knownProfile(profile: string | undefined, language: Parameters<typeof profilesIn>[0]) {
  if (profile === undefined) return
  const ids = profilesIn(language).map(({ id }) => id)
  if (ids.includes(profile)) return
  throw wrongUsage(`--profile in ${language} is one of ${ids.join(', ')}, not “${profile}”.`)
}
