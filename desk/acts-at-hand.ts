import { z } from 'zod'
import { present } from '#shared/base/assert.ts'
import type { OtherAct } from '#shared/citation/references.ts'
import { actAttrs, isLanguage, titleOf } from '#shared/schema/act.ts'
import { profileFor, profileOf } from '#shared/tradition/profiles.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { ListedDocument } from '#store/documents.ts'
import type { DraftCache } from './draft-cache.ts'

/** By what names a document of the library is cited; kept with the index. */
export interface DocumentNames {
  /** The act's own title. */
  readonly title: string
  readonly names: readonly string[]
  readonly tradition: string
  readonly profile: string
  readonly language: string
  readonly sample: number
}

const documentNames = z.object({
  title: z.string(),
  names: z.array(z.string()),
  tradition: z.string(),
  profile: z.string(),
  language: z.string(),
  sample: z.number(),
})

/** By the title of the act, by that in the library, and a constitution by its sort: «Конституция». */
export function namesOf(document: ListedDocument, drafts: DraftCache): DocumentNames {
  const act = drafts.actOf(document)
  const { tradition, profile, language } = actAttrs(act)
  const names =
    profile === 'constitution' ? [document.title, profileOf(act).name] : [document.title]
  return { title: titleOf(act), names, tradition, profile, language, sample: document.sample }
}

export function readNames(json: string): DocumentNames | undefined {
  return json === '' ? undefined : documentNames.parse(JSON.parse(json))
}

export function profileNamed({ tradition, profile, language }: DocumentNames): Profile {
  return profileFor({ tradition, profile, language: isLanguage(language) ? language : 'en' })
}

/**
 * The acts that the citations of a document may name: all others of its language, as their drafts
 * stand. A sample is named only where no act of the drafter's own is, and by samples the other way.
 */
export interface ActsAtHand {
  /** Takes in the library as it is now. */
  update(documents: readonly ListedDocument[], names: ReadonlyMap<string, DocumentNames>): void
  /** The same list, of the same objects, while nobody's names change. */
  for(document: Pick<ListedDocument, 'id' | 'language' | 'sample'>): readonly OtherAct[]
  /** How a document is drafted. */
  profile(id: string): Profile
}

export function createActsAtHand(drafts: DraftCache): ActsAtHand {
  const standing = new Map<string, ListedDocument>()
  const profiles = new Map<string, Profile>()
  let acts = new Map<string, OtherAct>()
  const lists = new Map<string, readonly OtherAct[]>()

  return {
    update(documents, names) {
      standing.clear()
      const next = new Map<string, OtherAct>()
      for (const document of documents) {
        standing.set(document.id, document)
        const known = names.get(document.id)
        if (!known) continue
        profiles.set(document.id, profileNamed(known))
        for (const isSpare of [true, false]) {
          const act = otherAct(document.id, known, isSpare)
          const key = `${document.id} ${isSpare}`
          const before = acts.get(key)
          next.set(key, before && isAlike(before, act) ? before : act)
        }
      }
      acts = next
    },
    for({ id, language, sample }) {
      const list = [...standing.values()]
        .filter((other) => other.id !== id && other.language === language)
        .flatMap((other) => acts.get(`${other.id} ${other.sample !== sample}`) ?? [])
      const known = lists.get(id)
      const isSame = known?.length === list.length && known.every((act, at) => act === list[at])
      if (!isSame) lists.set(id, list)
      return isSame ? known : list
    },
    profile: (id) => present(profiles.get(id), 'a citing act stands in the library'),
  }

  function otherAct(id: string, { title, names }: DocumentNames, isSpare: boolean): OtherAct {
    return {
      id,
      title,
      names,
      isSpare,
      get act() {
        return drafts.actOf(present(standing.get(id), 'an act at hand stands in the library'))
      },
    }
  }
}

/** In all but the act, which is not to be read for this. */
function isAlike(a: OtherAct, b: OtherAct): boolean {
  return a.title === b.title && JSON.stringify(a.names) === JSON.stringify(b.names)
}
